import { isDeepStrictEqual } from 'node:util';
import type { History, LogLine, Sent } from './history.ts';

/** What the checked commands ask of a role; a type that is not here is sent by nobody of the history. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  'question.ask': ['attendee', 'moderator'],
  'question.upvote': ['attendee', 'moderator'],
  'question.withdraw': ['attendee'],
  'question.approve': ['moderator'],
  'question.dismiss': ['moderator'],
  'question.label': ['moderator'],
  'question.merge': ['moderator'],
  'question.unmerge': ['moderator'],
};

/** Who stands behind what the server writes by itself: time that passed, an event that was made. */
const byItself = 'server';

/**
 * I1–I3: each acknowledged command is in the log exactly once, under the seq that was said, with what was sent; each
 * line was sent so by somebody who may; what nobody heard of is there once at most; the lines are 1, 2, 3 …
 */
export function durabilityFaults({ happenings, log }: History): string[] {
  const faults: string[] = [];
  for (const [index, { seq }] of log.entries())
    if (seq !== index + 1) faults.push(`I1 the log has ${seq} where ${index + 1} belongs`);
  const invokes = new Map<string, { participant: string; role: string; sent: Sent }>();
  for (const each of happenings) if (each.what === 'invoke') invokes.set(each.id, each);
  const lines = new Map<string, LogLine>();
  for (const line of log) {
    const key = `${line.participant} ${line.id}`;
    if (lines.has(key))
      faults.push(`I3 ${line.id} is in the log twice, at ${lines.get(key)?.seq} and ${line.seq}`);
    lines.set(key, line);
    if (line.participant === byItself) continue;
    const sent = invokes.get(line.id);
    if (!sent) faults.push(`I2 ${line.type} at ${line.seq} was sent by nobody`);
    else if (sent.participant !== line.participant || sent.role !== line.role)
      faults.push(`I2 ${line.type} at ${line.seq} was sent by somebody else`);
    else if (!(allowed[line.type] ?? []).includes(sent.role))
      faults.push(`I2 ${line.type} at ${line.seq} was sent by ${sent.role}, who may not`);
    else if (!says(line, sent.sent)) faults.push(`I2 ${line.type} at ${line.seq} does not say what was sent`);
  }
  for (const each of happenings) {
    if (each.what !== 'ok') continue;
    const line = lines.get(`${invokes.get(each.id)?.participant} ${each.id}`);
    if (!line) faults.push(`I1 ${each.id} was acknowledged at ${each.seq} and is lost`);
    else if (line.seq !== each.seq)
      faults.push(`I1 ${each.id} was acknowledged at ${each.seq} and stands at ${line.seq}`);
  }
  return faults;
}

/** How many commands nobody heard the end of, and how many of these are in the log. */
export function unknownEnds({ happenings, log }: History): { unknown: number; logged: number } {
  const unknown = new Set<string>();
  for (const each of happenings) if (each.what === 'invoke') unknown.add(each.id);
  for (const each of happenings) if (each.what === 'ok' || each.what === 'refused') unknown.delete(each.id);
  return { unknown: unknown.size, logged: log.filter(({ id }) => unknown.has(id)).length };
}

/** What stands for a text in a line. */
const digest = /^[0-9a-f]{64}$/;

/** Whether a line says everything that was sent: each field as it was, a text behind its digest unless it was blanked. */
function says(line: LogLine, { type, ...fields }: Sent): boolean {
  return (
    line.type === type &&
    Object.entries(fields).every(([name, value]) => same(line, line.fields[name], value))
  );
}

function same(line: LogLine, kept: unknown, sent: unknown): boolean {
  if (typeof sent === 'string') {
    if (typeof kept !== 'string') return false;
    const text = line.texts[kept];
    return kept === sent || text === sent || (text === undefined && digest.test(kept));
  }
  if (Array.isArray(sent) && Array.isArray(kept))
    return sent.length === kept.length && sent.every((each, index) => same(line, kept[index], each));
  return isDeepStrictEqual(kept, sent);
}
