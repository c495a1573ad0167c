import type { Request, Response } from 'express';
import type { Outcome } from '../../shared/log/apply.ts';
import { takenOffAir } from '../../shared/rundown/off-air.ts';
import type { Programme } from '../../shared/rundown/programme.ts';
import type { Imported } from '../../shared/wire/import.ts';
import type { Issue, Refusal } from '../../shared/wire/refusals.ts';
import type { Badge } from '../access/badges.ts';
import { withLogoKept } from '../live/kept-logo.ts';
import type { RunningEvent } from '../live/running-event.ts';
import { fileOf } from '../programme/file/file-of.ts';
import { differenceOf } from '../programme/plan/changes/difference.ts';
import { leavingOf, withLeftBehind } from '../programme/plan/changes/left-behind.ts';
import { renamedIn } from '../programme/plan/changes/renamed.ts';
import { withFreeCode } from '../programme/plan/free-code.ts';
import { mergeImport } from '../programme/plan/merge/merge-import.ts';
import { programmeOf } from '../programme/plan/programme-of.ts';
import { toProgramme } from '../programme/plan/to-programme.ts';
import { previewOf } from '../programme/read/preview.ts';
import type { ReadProgramme } from '../programme/read/read-bytes.ts';
import { readProgramme } from '../programme/read/read-programme.ts';
import { startAhead } from '../programme/read/thread-pool.ts';
import { refuse } from '../refusals/refuse.ts';
import { withPerson } from '../socket/intake.ts';
import { issuesOf, malformed } from '../socket/parse.ts';
import { answerRefusal, badgeOfRequest, eventOfRequest, hasRunOut, readingRefusal } from './answers.ts';
import type { HttpContext } from './context.ts';
import { type ImportQuery, importQuerySchema, optionsOf, refuseImport, refuseSaid } from './import-query.ts';
import { withUpload } from './uploads.ts';

/** [W41] Looks at what a file would change of an event, and changes it where `dry` does not say otherwise. */
export async function changeEvent(context: HttpContext, request: Request, response: Response): Promise<void> {
  const said = saidIn(request);
  if ('reason' in said) return answerRefusal(response, said);
  const running = eventOfRequest(context, request, response);
  if (!running) return;
  const badge = await organizerOf(context, running, request);
  if ('ok' in badge) return answerRefusal(response, badge);
  const { live } = running;
  const options = optionsOf(said);
  const upload = await withUpload(context, badge, request, response, (bytes) =>
    readProgramme(bytes, {
      ...options,
      slug: undefined,
      title: undefined,
      eventZone: programmeOf(live.state)?.timezone,
    }),
  );
  if ('ok' in upload) return answerRefusal(response, upload);
  if (hasRunOut(context, running, badge, response)) return;
  const read = upload.value;
  const before = programmeOf(live.state);
  if (!read.ok) return answerRefusal(response, refuseImport(read.issues));
  const open = read.asks.filter(({ path }) => path !== 'slug' && said[path] === undefined);
  if (open.length > 0 || before === null) return answerRefusal(response, refuseImport(open));
  const made = laidOver(before, read, said.same);
  if (!made.ok) return answerRefusal(response, refuseImport(made.issues));
  if (made.programme.slug !== live.slug)
    return answerRefusal(response, refuseImport([otherEvent(read, live.slug)]));
  const taken = context.events.list().map(({ event }) => event);
  const programme = withFreeCode(made.programme, true, taken);
  if ('message' in programme) return answerRefusal(response, refuseImport([programme]));
  const leaving = leavingOf(live.state, running.presence.displays.values());
  const difference = differenceOf(before, programme, leaving, takenOffAir(live.state, programme));
  const dry = said.dry === '1';
  // Whoever looks at one change makes another.
  if (dry) startAhead();
  const outcome = dry ? null : await applied(running, badge, programme, said);
  if (outcome?.ok === false) return answerRefusal(response, withLeftBehind(outcome, leaving));
  const answer: Imported = {
    ok: true,
    format: read.format,
    report: reportOf(read, made.kept),
    difference,
    ...(made.asked.length > 0 && { renamed: renamedIn(before, programme, made.asked, leaving) }),
    applied: !dry,
    ...(said.rows === '1' && read.file && { rows: previewOf(read.file, read, programme) }),
    seq: live.state.seq,
    ...(outcome && { entry: outcome.seq }),
  };
  response.setHeader('Cache-Control', 'no-store');
  response.json(answer);
}

/**
 * Changes an event to a programme, as whoever sent it; resolves once the change is in what everybody reads.
 * Refuses: what `programme.apply` refuses.
 */
async function applied(
  running: RunningEvent,
  badge: Badge,
  programme: Programme,
  { removeOnAir, seen }: ImportQuery,
): Promise<Outcome> {
  const { live } = running;
  const { participant, role } = badge;
  const kept = withLogoKept(programme, live.state);
  const data = { programme: kept.programme, ...(removeOnAir && { removeOnAir }) };
  const personal = kept.bodies.length > 0 && { personal: { owner: participant, bodies: kept.bodies } };
  const draft = live.draftAs({ participant, role }, 'programme.apply', data, { seen, ...personal });
  const outcome = await live.submit(withPerson(live.state, draft, badge));
  if (outcome.ok) await running.catchUp();
  return outcome;
}

/**
 * The badge of the organizer of an event who sends a request.
 * Refuses: `organizers-only`, `too-fast`, and what `Gate.badge` refuses.
 */
export async function organizerOf(
  context: HttpContext,
  running: RunningEvent,
  request: Request,
): Promise<Badge | Refusal> {
  const badge = await badgeOfRequest(context, running, request);
  if ('ok' in badge) return badge;
  if (badge.role === 'organizer') return readingRefusal(context, badge) ?? badge;
  return refuse('not-allowed', 'organizers-only');
}

/** The programme that a file comes to over the one before, what can be asked about it; or everything that does not fit. */
function laidOver(before: Programme, read: ReadProgramme, answers: ImportQuery['same']) {
  const { file, kept, asked, unknown } = mergeImport(fileOf(before), read, new Map(answers));
  if (unknown.length > 0) return { ok: false as const, issues: unknown.map(unknownId) };
  return { ...toProgramme(file, { before }), kept, asked };
}

/** What is said beside the file, or why that will not do. */
function saidIn(request: Request): ImportQuery | Refusal {
  const query = importQuerySchema.safeParse(request.query);
  if (!query.success) return malformed(issuesOf(query.error.issues));
  return refuseSaid(query.data) ?? query.data;
}

/** What is told of a file that was read: as a file for this event, and with what stays of it. */
function reportOf(read: ReadProgramme, kept: readonly string[]): Imported['report'] {
  const { sessions, of, papers, skipped } = read.report;
  return {
    ...{ sessions, of, papers },
    skipped: skipped.map(({ where, why }) => ({ where, why })),
    warnings: [...keptWarning(kept), ...read.warnings.filter((issue) => isOfEvent(issue, read))],
  };
}

/** [F64] Says which sessions stay, since they may be what could not be read. */
function keptWarning(kept: readonly string[]): Issue[] {
  if (kept.length === 0) return [];
  const titles = kept.slice(0, mostNamed).map((title) => `"${title.slice(0, 80)}"`);
  const more = kept.length > mostNamed ? ` and ${kept.length - mostNamed} more` : '';
  const message = `Something of the file was left out, so nothing is removed for it. Not in what was read, and kept as they are: ${titles.join(', ')}${more}.`;
  return [{ path: 'sessions', message }];
}

/** Most titles that a sentence names. */
const mostNamed = 10;

/** Whether a note is of any matter to an event that is there: what a table is called is not, the event keeps its title. */
function isOfEvent({ path }: Issue, { format }: ReadProgramme): boolean {
  return format === 'event' || path !== 'title';
}

function unknownId(id: string): Issue {
  return {
    path: 'same',
    message: `No session of this event or file has the id ${id}, or it was said twice.`,
  };
}

function otherEvent({ asked }: ReadProgramme, slug: string): Issue {
  const message = `This is the file of another event; here only that of ${slug} can be imported.`;
  return { path: 'slug', ...(asked?.line !== undefined && { line: asked.line }), message };
}
