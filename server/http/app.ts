import express, { type ErrorRequestHandler, type Express } from 'express';
import { frameLimit } from '../../shared/wire/up.ts';
import { refuse } from '../refusals/refuse.ts';
import { answerRefusal } from './answers.ts';
import { auditRoutes } from './audit-routes.ts';
import { buttonRoutes } from './button-routes.ts';
import { commandRoutes } from './command-routes.ts';
import type { HttpContext } from './context.ts';
import { type Control, controlRoutes } from './control-routes.ts';
import { exportRoutes } from './export-routes.ts';
import { originGuard, securityHeaders } from './headers.ts';
import { type Health, healthRoutes } from './health-routes.ts';
import { helpRoutes } from './help-routes.ts';
import { importRoutes } from './import-routes.ts';
import { inviteRoutes } from './invite-routes.ts';
import { joinRoutes } from './join-routes.ts';
import { logoRoutes } from './logo-routes.ts';
import { pageRoutes } from './page-routes.ts';
import { questionRoutes } from './question-routes.ts';
import { viewRoutes } from './view-routes.ts';

/** Everything over HTTP, in the order in which a request meets it. */
export function httpApp(context: HttpContext, health: Health, control: Control, clientDir: string): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.set('etag', 'weak');
  app.use(securityHeaders(context));
  app.use(healthRoutes(health));
  app.use('/api', (_request, response, next) => {
    const reason = health.whyNotReady();
    if (reason === null) next();
    else answerRefusal(response, reason);
  });
  app.use(originGuard(context));
  app.use(controlRoutes(control));
  app.use(importRoutes(context));
  app.use(logoRoutes(context));
  app.use(express.json({ limit: frameLimit, strict: true, type: () => true }));
  app.use(joinRoutes(context));
  app.use(inviteRoutes(context));
  app.use(buttonRoutes(context));
  app.use(viewRoutes(context));
  app.use(commandRoutes(context));
  app.use(questionRoutes(context));
  app.use(auditRoutes(context));
  app.use(exportRoutes(context));
  app.use('/api', (_request, response) => answerRefusal(response, refuse('unknown', 'nothing-here')));
  app.use(helpRoutes(clientDir, context.base));
  app.use(pageRoutes(clientDir, context));
  app.use(failures(context));
  return app;
}

/** What went wrong on the way: bodies that are too large or no JSON are refused, anything else is ours and logged. */
function failures({ log }: HttpContext): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    const type = typeof error === 'object' && error !== null && 'type' in error ? error.type : undefined;
    if (type === 'entity.too.large')
      return answerRefusal(response, refuse('too-large', 'message-too-large', { limit: frameLimit }));
    if (error instanceof URIError && !request.path.startsWith('/api/'))
      return answerRefusal(response, refuse('unknown', 'nothing-here'));
    if (error instanceof URIError) {
      const issues = [{ path: '', message: 'the address has a % that is no escape' }];
      return answerRefusal(response, refuse('malformed', 'malformed', { issues }));
    }
    const status =
      typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
    if (typeof status === 'number' && status < 500) {
      return answerRefusal(
        response,
        refuse('malformed', 'not-json', {
          issues: [{ path: '', message: 'not JSON' }],
        }),
      );
    }
    log.error({ error }, 'A request failed');
    return answerRefusal(response, refuse('unavailable', 'failed'));
  };
}
