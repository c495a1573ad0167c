import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Actor } from '../../shared/state/actor.ts';
import type { Imported, MadeEvent } from '../../shared/wire/import.ts';
import { type Badge, badgeLife } from '../access/badges.ts';
import { installationBadge } from '../access/installation.ts';
import type { RunningEvent } from '../live/running-event.ts';
import { differenceOf } from '../programme/plan/changes/difference.ts';
import { withFreeCode } from '../programme/plan/free-code.ts';
import { toProgramme } from '../programme/plan/to-programme.ts';
import { previewOf } from '../programme/read/preview.ts';
import { readProgramme } from '../programme/read/read-programme.ts';
import { startAhead } from '../programme/read/thread-pool.ts';
import { refuse } from '../refusals/refuse.ts';
import { receive } from '../socket/intake.ts';
import { issuesOf, malformed } from '../socket/parse.ts';
import { answerRefusal, grossRefusal, readingRefusal } from './answers.ts';
import type { HttpContext } from './context.ts';
import { copyInBody, fileToCopy } from './copy-event.ts';
import { type ImportQuery, importQuerySchema, optionsOf, refuseImport, refuseSaid } from './import-query.ts';
import { giveCookie } from './issue-badge.ts';
import { withUpload } from './uploads.ts';

/** [W40] Makes an event of a file, or with `dry` says what it would be of; only the installation's organizer may. */
export async function makeEvent(context: HttpContext, request: Request, response: Response): Promise<void> {
  const query = importQuerySchema.safeParse(request.query);
  if (!query.success) return answerRefusal(response, malformed(issuesOf(query.error.issues)));
  const who = () =>
    installationBadge(request, context.badges, context.events, context.installation, context.clock());
  const badge = await who();
  if ('ok' in badge) return answerRefusal(response, badge);
  const often = grossRefusal(context, request, badge) ?? readingRefusal(context, badge);
  if (often) return answerRefusal(response, often);
  const upload = await withUpload(context, badge, request, response, (bytes) =>
    readAsked(context, query.data, bytes),
  );
  if ('ok' in upload) return answerRefusal(response, upload);
  if ('reason' in upload.value) return answerRefusal(response, upload.value);
  const still = await who();
  if ('ok' in still) return answerRefusal(response, still);
  const read = upload.value;
  if (!read.ok) return answerRefusal(response, refuseImport(read.issues));
  const { file, asks } = read;
  if (file === null || asks.length > 0) return answerRefusal(response, refuseImport(asks));
  if (context.events.get(file.slug)) {
    const { slug } = file;
    return answerRefusal(response, refuse('conflict', 'slug-taken', { of: 'slug', now: { slug } }));
  }
  const made = toProgramme(file);
  if (!made.ok) return answerRefusal(response, refuseImport(made.issues));
  const taken = context.events.list().map(({ event }) => event);
  const programme = withFreeCode(made.programme, file.code !== undefined, taken);
  if ('message' in programme)
    return answerRefusal(
      response,
      refuseImport([{ ...programme, ...(read.asked?.line !== undefined && { line: read.asked.line }) }]),
    );
  const by: Actor = {
    participant: badge.participant,
    role: 'organizer',
    person: { name: null, attendance: badge.attendance },
  };
  if (query.data.dry === '1') {
    startAhead();
    const { sessions, of, papers } = read.report;
    const skipped = read.report.skipped.map(({ where, why }) => ({ where, why }));
    const looked: Imported = {
      ok: true,
      format: read.format,
      report: { sessions, of, papers, skipped, warnings: [...read.warnings] },
      difference: differenceOf(null, programme),
      ...(query.data.rows === '1' && { rows: previewOf(file, read) }),
      applied: false,
      seq: 0,
    };
    response.json(looked);
    return;
  }
  const running = await context.events.apply(programme, randomUUID(), { by });
  if ('reason' in running) return answerRefusal(response, running);
  context.made(running);
  const { name } = badge;
  // The entry that made the event could hold no text yet: whose it would be was not known there.
  if (name !== null)
    await receive(
      running.live,
      { ...badge, event: programme.slug },
      { id: randomUUID(), type: 'participant.describe', name },
      context,
    );
  await giveBadge(context, request, response, running, badge);
  const answer: MadeEvent = { slug: programme.slug, warnings: [...read.warnings] };
  response.status(201).json(answer);
}

/** Reads the file that was sent, or that of the event which is to be copied: named in the query or in a body of JSON. */
async function readAsked(context: HttpContext, query: ImportQuery, bytes: Uint8Array) {
  const said = copyInBody(bytes);
  const asked = said === null ? query : importQuerySchema.safeParse({ ...query, ...said }).data;
  if (asked === undefined)
    return malformed([{ path: 'copyOf', message: 'Say copyOf, slug, title, date, timezone.' }]);
  const wrong = refuseSaid(asked);
  if (wrong) return wrong;
  if (asked.copyOf === undefined) return readProgramme(bytes, optionsOf(asked));
  const copy = fileToCopy(context, asked);
  return copy.ok ? readProgramme(Buffer.from(JSON.stringify(copy.file)), optionsOf(asked)) : copy;
}

/** Whoever made an event is its organizer at once. */
async function giveBadge(
  context: HttpContext,
  request: Request,
  response: Response,
  { live }: RunningEvent,
  badge: Badge,
): Promise<void> {
  const madeAt = context.clock();
  const expiresAt = Math.max(badge.expiresAt, madeAt + badgeLife);
  await giveCookie(context, request, response, { ...badge, event: live.slug, madeAt, expiresAt });
}
