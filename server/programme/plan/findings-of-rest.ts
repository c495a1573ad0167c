import { z } from 'zod';
import { eventFileSchema } from '../file/event-file.ts';
import type { Finding, Path } from '../file/issues.ts';
import { planProgramme } from './to-programme.ts';

const record = z.record(z.string(), z.unknown());
const list = z.array(z.unknown());

/**
 * What else is wrong with a file whose fields are not all readable: checks the times and the zone of the sessions
 * that are, so that nobody repairs a file twice. `broken` says which fields to leave out.
 */
export function findingsOfRest(
  value: unknown,
  broken: readonly Finding[],
  lineOf?: (path: Path) => number,
): Finding[] {
  const file = record.safeParse(value);
  if (!file.success || broken.some(({ path }) => path[0] === 'rooms')) return [];
  const badFields = new Set(
    broken.filter(({ path }) => typeof path[1] !== 'number').map(({ path }) => path[0]),
  );
  const badSessions = new Set(broken.filter(({ path }) => path[0] === 'sessions').map(({ path }) => path[1]));
  const sessions = list.safeParse(file.data.sessions);
  if (!sessions.success) return [];
  const kept = [...sessions.data.keys()].filter((index) => !badSessions.has(index));
  const whole = Object.entries(file.data).filter(
    ([name]) => !badFields.has(name) && name !== 'posters' && name !== 'people',
  );
  const rest = eventFileSchema.safeParse({
    backrow: 1,
    slug: 'event',
    title: 'Event',
    timezone: 'UTC',
    ...Object.fromEntries(whole),
    sessions: kept.map((index) => sessions.data[index]),
  });
  if (!rest.success) return [];
  const inFile = (path: Path): Path => {
    const [name, index, ...inside] = path;
    return name === 'sessions' && typeof index === 'number' ? [name, kept[index] ?? index, ...inside] : path;
  };
  const { errors } = planProgramme(rest.data, lineOf && ((path) => lineOf(inFile(path)))).notes;
  return errors.map(({ path, message }) => ({ path: inFile(path), message }));
}
