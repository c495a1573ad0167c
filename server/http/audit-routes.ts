import { type Request, type Response, Router } from 'express';
import { auditOf } from '../../shared/views/audit.ts';
import { type Audit, auditQuerySchema } from '../../shared/wire/audit.ts';
import { type AuditFormat, auditFormats, exportAudit } from '../export/audit.ts';
import { understand } from '../socket/parse.ts';
import { answerRefusal, hasRunOut, staffOfRequest } from './answers.ts';
import type { HttpContext } from './context.ts';
import { delimiterOfRequest, sendFile } from './export-file.ts';
import { numberOf } from './query.ts';

/** Entries in a page of the audit unless told otherwise. */
const usualPage = 100;

/** Who did what when, with old and new values: for the staff, page by page, or whole as a file. */
export function auditRoutes(context: HttpContext): Router {
  const router = Router();
  router.get('/api/events/:slug/audit', async (request, response) => page(context, request, response));
  for (const format of auditFormats)
    router.get(`/api/events/:slug/export/audit.${format}`, async (request, response) =>
      file(context, format, request, response),
    );
  return router;
}

async function page(context: HttpContext, request: Request, response: Response): Promise<void> {
  const asked = understand(auditQuerySchema, {
    ...numberOf(request, 'before'),
    ...numberOf(request, 'limit'),
  });
  if (!asked.ok) return answerRefusal(response, asked);
  const found = await staffOfRequest(context, request, response);
  if (!found) return;
  const { before = null, limit = usualPage } = asked.value;
  const audit: Audit = auditOf(found.running.live.state, found.badge.role, before, limit);
  response.json(audit);
}

async function file(
  context: HttpContext,
  format: AuditFormat,
  request: Request,
  response: Response,
): Promise<void> {
  const found = await staffOfRequest(context, request, response);
  if (!found) return;
  const { live } = found.running;
  const delimiter = delimiterOfRequest(request, response, format);
  if (delimiter === null) return;
  const { state, slug } = live;
  const file = await context.files.of(
    `${slug} audit ${format} ${delimiter}`,
    () => state.seq,
    () => exportAudit(state, format, delimiter),
  );
  if (hasRunOut(context, found.running, found.badge, response)) return;
  await sendFile(response, file, `${slug}-audit.${format}`);
}
