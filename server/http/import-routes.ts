import { randomUUID } from 'node:crypto';
import { type ErrorRequestHandler, type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { programmeId } from '../../shared/people/envelope.ts';
import { takenOffAir } from '../../shared/rundown/off-air.ts';
import type { Actor } from '../../shared/state/actor.ts';
import type { Imported, MadeEvent, ProgrammeFile } from '../../shared/wire/import.ts';
import type { Issue, Refusal } from '../../shared/wire/refusals.ts';
import { type Badge, badgeLife } from '../access/badges.ts';
import { installationBadge } from '../access/installation.ts';
import type { RunningEvent } from '../live/running-event.ts';
import { fileOf } from '../programme/file/file-of.ts';
import { differenceOf } from '../programme/plan/changes/difference.ts';
import { leavingOf, withLeftBehind } from '../programme/plan/changes/left-behind.ts';
import { withFreeCode } from '../programme/plan/free-code.ts';
import { mergeImport } from '../programme/plan/merge/merge-import.ts';
import { programmeOf } from '../programme/plan/programme-of.ts';
import { toProgramme } from '../programme/plan/to-programme.ts';
import type { ReadProgramme } from '../programme/read/read-bytes.ts';
import { readProgramme } from '../programme/read/read-programme.ts';
import { startAhead } from '../programme/read/thread-pool.ts';
import { refuse } from '../refusals/refuse.ts';
import { receive, withPerson } from '../socket/intake.ts';
import { issuesOf, malformed } from '../socket/parse.ts';
import {
  answerRefusal,
  badgeOfRequest,
  eventOfRequest,
  grossRefusal,
  hasRunOut,
  readingRefusal,
} from './answers.ts';
import type { HttpContext } from './context.ts';
import { giveCookie } from './issue-badge.ts';
import { isTooLong, tooLong, withUpload } from './uploads.ts';

/** What may be said beside a file. */
const querySchema = z.strictObject({
  as: z.string().optional(),
  dry: z.literal(['0', '1']).optional(),
  timezone: z.string().max(80).optional(),
  date: z.iso.date().optional(),
  slug: z.string().max(64).optional(),
  seen: z.coerce.number().int().nonnegative().optional(),
  /** Ids of sessions on air that may go, said several times or with commas between them. */
  removeOnAir: z
    .union([z.string(), z.array(z.string())])
    .transform((said) =>
      [said]
        .flat()
        .flatMap((ids) => ids.split(','))
        .filter((id) => id !== ''),
    )
    .pipe(z.array(programmeId).max(2_000))
    .optional(),
});
type Query = z.infer<typeof querySchema>;

/** Files of any known format that make an event or change one, and the event as a file. The only bodies above 16 KiB. */
export function importRoutes(context: HttpContext): Router {
  const router = Router();
  router.post(['/api/events', '/api/events/:slug/import'], (request, response, next) => {
    if (isTooLong(request)) answerRefusal(response, tooLong(request));
    else next();
  });
  router.post('/api/events', async (request, response) => make(context, request, response));
  router.post('/api/events/:slug/import', async (request, response) => change(context, request, response));
  router.get('/api/events/:slug/programme', async (request, response) => give(context, request, response));
  router.use(tooLarge);
  return router;
}

/** [W40] Makes an event of a file, or with `dry` says what it would be of; only the installation's organizer may. */
async function make(context: HttpContext, request: Request, response: Response): Promise<void> {
  const query = querySchema.safeParse(request.query);
  if (!query.success) return answerRefusal(response, malformed(issuesOf(query.error.issues)));
  const who = () =>
    installationBadge(request, context.badges, context.events, context.installation, context.clock());
  const badge = await who();
  if ('ok' in badge) return answerRefusal(response, badge);
  const often = grossRefusal(context, request, badge) ?? readingRefusal(context, badge);
  if (often) return answerRefusal(response, often);
  const upload = await withUpload(context, badge, request, response, (bytes) =>
    readProgramme(bytes, optionsOf(query.data)),
  );
  if ('ok' in upload) return answerRefusal(response, upload);
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
    const { sessions, of, papers, skipped } = read.report;
    const looked: Imported = {
      ok: true,
      format: read.format,
      report: { sessions, of, papers, skipped, warnings: [...read.warnings] },
      difference: differenceOf(null, programme),
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

/** [W41] Looks at what a file would change of an event, and changes it where `dry` does not say otherwise. */
async function change(context: HttpContext, request: Request, response: Response): Promise<void> {
  const query = querySchema.safeParse(request.query);
  if (!query.success) return answerRefusal(response, malformed(issuesOf(query.error.issues)));
  const running = eventOfRequest(context, request, response);
  if (!running) return;
  const badge = await organizerOf(context, running, request);
  if ('ok' in badge) return answerRefusal(response, badge);
  const { live } = running;
  const options = optionsOf(query.data);
  const upload = await withUpload(context, badge, request, response, (bytes) =>
    readProgramme(bytes, { ...options, slug: undefined, eventZone: programmeOf(live.state)?.timezone }),
  );
  if ('ok' in upload) return answerRefusal(response, upload);
  if (hasRunOut(context, running, badge, response)) return;
  const read = upload.value;
  const before = programmeOf(live.state);
  if (!read.ok) return answerRefusal(response, refuseImport(read.issues));
  const open = read.asks.filter(({ path }) => path !== 'slug' && query.data[path] === undefined);
  if (open.length > 0 || before === null) return answerRefusal(response, refuseImport(open));
  const made = toProgramme(mergeImport(fileOf(before), read), { before });
  if (!made.ok) return answerRefusal(response, refuseImport(made.issues));
  if (made.programme.slug !== live.slug)
    return answerRefusal(response, refuseImport([otherEvent(read, live.slug)]));
  const taken = context.events.list().map(({ event }) => event);
  const programme = withFreeCode(made.programme, true, taken);
  if ('message' in programme) return answerRefusal(response, refuseImport([programme]));
  const leaving = leavingOf(live.state, running.presence.displays.values());
  const difference = differenceOf(before, programme, leaving, takenOffAir(live.state, programme));
  const dry = query.data.dry === '1';
  // Whoever looks at one change makes another.
  if (dry) startAhead();
  let entry: number | undefined;
  if (!dry) {
    const { participant, role } = badge;
    const { removeOnAir, seen } = query.data;
    const data = { programme, ...(removeOnAir && { removeOnAir }) };
    const draft = live.draftAs({ participant, role }, 'programme.apply', data, { seen });
    const outcome = await live.submit(withPerson(live.state, draft, badge));
    if (!outcome.ok) return answerRefusal(response, withLeftBehind(outcome, leaving));
    entry = outcome.seq;
    await running.catchUp();
  }
  const { sessions, of, papers, skipped } = read.report;
  const answer: Imported = {
    ok: true,
    format: read.format,
    report: { sessions, of, papers, skipped, warnings: [...read.warnings] },
    difference,
    applied: !dry,
    seq: live.state.seq,
    ...(entry !== undefined && { entry }),
  };
  response.setHeader('Cache-Control', 'no-store');
  response.json(answer);
}

/** [W42] The event as an event file, with the seq it is of. */
async function give(context: HttpContext, request: Request, response: Response): Promise<void> {
  const running = eventOfRequest(context, request, response);
  if (!running) return;
  const badge = await organizerOf(context, running, request);
  if ('ok' in badge) return answerRefusal(response, badge);
  const programme = programmeOf(running.live.state);
  if (programme === null) return answerRefusal(response, refuse('unknown', 'programme-missing'));
  const answer: ProgrammeFile = { seq: running.live.state.seq, file: { ...fileOf(programme) } };
  response.setHeader('Cache-Control', 'no-store');
  response.json(answer);
}

async function organizerOf(
  context: HttpContext,
  running: RunningEvent,
  request: Request,
): Promise<Badge | Refusal> {
  const badge = await badgeOfRequest(context, running, request);
  if ('ok' in badge) return badge;
  if (badge.role === 'organizer') return readingRefusal(context, badge) ?? badge;
  return refuse('not-allowed', 'organizers-only');
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

function optionsOf({ slug, timezone, date }: Query): Pick<Query, 'slug' | 'timezone' | 'date'> {
  return { slug, timezone, date };
}

function otherEvent({ asked }: ReadProgramme, slug: string): Issue {
  const message = `This is the file of another event; here only that of ${slug} can be imported.`;
  return { path: 'slug', ...(asked?.line !== undefined && { line: asked.line }), message };
}

function refuseImport(issues: readonly Issue[]): Refusal {
  return refuse('import', issues.length === 1 ? 'file-error' : 'file-errors', { issues: [...issues] });
}

/** A body above the limit is refused in the words of a file, not of a message. */
const tooLarge: ErrorRequestHandler = (error: unknown, request, response, next) => {
  const type = typeof error === 'object' && error !== null && 'type' in error ? error.type : undefined;
  if (type === 'entity.too.large') answerRefusal(response, tooLong(request));
  else next(error);
};
