import type { Clash, Difference, FieldDifference } from '../../../shared/wire/import.ts';
import { catalogue } from '../../look/messages.ts';
import { inOneLine, isolated } from '../../look/written.ts';
import { clockTime, dayIn, dayName } from '../../look/zones.ts';
import { importMessages } from '../messages/import-messages.en.ts';

const say = catalogue(importMessages);

/** One kind of change with its lines. */
export interface DifferenceGroup {
  heading: string;
  lines: readonly string[];
}

/** Longest value that is shown in full, in characters. */
const longest = 60;

/** A room by its id, and what people call it. */
export interface NamedRoom {
  id: string;
  name: string;
}

/** What names the values of fields: the event's clock, and its rooms. */
interface Names {
  zone: string;
  rooms: ReadonlyMap<string, string>;
}

/**
 * What an import would change, in words, times on the event's clock and rooms by their names; none where nothing changes.
 * `known` are the rooms that there are.
 */
export function differenceLines(
  difference: Difference,
  zone: string,
  known: readonly NamedRoom[] = [],
): DifferenceGroup[] {
  const names: Names = { zone, rooms: roomNames(difference, known) };
  const { changed, added, removed, event, posters, clashes = [] } = difference;
  const rooms = roomLines(difference);
  const clashLines = (of: Clash['of']) =>
    clashes
      .filter((clash) => clash.of === of)
      .map(({ one, other, from, to }) =>
        say('diff.clash', {
          one: one.title,
          other: other.title,
          from: timeOf(from, zone),
          to: clockTime(Date.parse(to), zone),
        }),
      );
  const groups: DifferenceGroup[] = [
    { heading: say('diff.clashes.everybody'), lines: clashLines('everybody') },
    { heading: say('diff.clashes.elsewhere'), lines: clashLines('elsewhere') },
    {
      heading: say('diff.event'),
      lines: event
        .filter(({ field }) => field !== 'rooms' || rooms.length === 0)
        .map((field) => fieldLine(field, names)),
    },
    { heading: say('diff.rooms'), lines: rooms },
    {
      heading: say('diff.changed', { count: changed.length }),
      lines: changed.map(
        ({ title, fields }) =>
          `${isolated(title)} · ${fields.map((field) => fieldLine(field, names)).join('; ')}`,
      ),
    },
    {
      heading: say('diff.added', { count: added.length }),
      lines: added.map(({ title, start }) => say('diff.new', { title, time: timeOf(start, zone) })),
    },
    {
      heading: say('diff.removed', { count: removed.length }),
      lines: removed.map(({ title, start, questions, displays, links }) =>
        [
          say('diff.goes', { title, time: timeOf(start, zone) }),
          ...(questions > 0 ? [say('diff.unassigned', { count: questions })] : []),
          ...(displays + links > 0 ? [say('diff.left', { displays, links })] : []),
        ].join('; '),
      ),
    },
    {
      heading: say('diff.posters', posters),
      lines: posters.added + posters.changed + posters.removed > 0 ? [''] : [],
    },
  ];
  return groups.filter(({ lines }) => lines.length > 0);
}

function roomLines({ rooms: { added, renamed, removed } }: Difference): string[] {
  return [
    ...renamed.map(({ before, after }) => say('diff.renamed', { before, after })),
    ...removed.map(({ name, displays, links }) => say('diff.roomGoes', { name, displays, links })),
    ...added.map(({ name }) => say('diff.roomNew', { name })),
  ];
}

function roomNames({ rooms }: Difference, known: readonly NamedRoom[]): Map<string, string> {
  const renamed = rooms.renamed.map(({ id, after }) => ({ id, name: after }));
  return new Map([...known, ...rooms.removed, ...rooms.added, ...renamed].map(({ id, name }) => [id, name]));
}

/** What an import changes of sessions, and how many rooms it removes: what its button does. */
export function countedChanges({ changed, added, removed, rooms }: Difference): string {
  const counts = { changed, added, removed, rooms: rooms.removed };
  return inOneLine(
    (['changed', 'added', 'removed', 'rooms'] as const).flatMap((kind) =>
      counts[kind].length === 0 ? [] : [say(`diff.count.${kind}`, { count: counts[kind].length })],
    ),
  );
}

function fieldLine({ field, before, after }: FieldDifference, of: Names): string {
  const name = fieldName(field);
  const [was, is] = [valueWords(field, before, of), valueWords(field, after, of)];
  return was === null || is === null || was === is
    ? say('diff.field', { field: name })
    : say('diff.from', { field: name, before: was, after: is });
}

/** A value in one short piece; null where it takes more to say. */
function valueWords(field: string, value: unknown, { zone, rooms }: Names): string | null {
  if (value === null || value === undefined || value === '') return say('diff.nothing');
  if (typeof value === 'boolean') return say(value ? 'diff.yes' : 'diff.no');
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') {
    if (field === 'start' || field === 'end') return timeOf(value, zone);
    if (field === 'room') return rooms.get(value) ?? value;
    return value.length > longest ? null : value;
  }
  if (field === 'speakers' && Array.isArray(value)) {
    const names = inOneLine(value.flatMap((each: unknown) => nameOf(each)));
    return names === '' ? say('diff.nothing') : names.length > longest ? null : names;
  }
  return null;
}

function nameOf(speaker: unknown): string[] {
  return typeof speaker === 'object' && speaker !== null && 'name' in speaker ? [String(speaker.name)] : [];
}

/** A day and a time on the event's clock, short. */
export function timeOf(instant: string, zone: string): string {
  const at = Date.parse(instant);
  return `${dayName(dayIn(at, zone), 'short')} ${clockTime(at, zone)}`;
}

const names: Readonly<Record<string, string>> = Object.fromEntries(
  (
    [
      'title',
      'kind',
      'start',
      'end',
      'day',
      'qa',
      'fixed',
      'shrinkTo',
      'room',
      'speakers',
      'abstract',
      'stream',
      'parts',
      'cancelled',
      'timezone',
      'venue',
      'rooms',
      'code',
    ] as const
  ).map((field) => [field, say(`field.${field}`)]),
);

function fieldName(field: string): string {
  return names[field] ?? field;
}
