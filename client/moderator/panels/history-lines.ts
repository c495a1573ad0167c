import { questionStatuses } from '../../../shared/questions/question.ts';
import type { AuditChange, AuditEntry } from '../../../shared/views/audit.ts';
import type { QuestionView, View } from '../../../shared/views/view.ts';
import { catalogue } from '../../look/messages.ts';
import { inOneLine } from '../../look/written.ts';
import { clockTime } from '../../look/zones.ts';
import { isReason } from '../actions/reasons.ts';
import { deskMessages } from '../messages/desk.en.ts';
import { historyMessages } from '../messages/history.en.ts';
import { short } from '../messages/question-text.ts';

const say = catalogue(historyMessages);
const sayDesk = catalogue(deskMessages);

/** The keys that are made of names of the wire. */
type Word = Extract<keyof typeof historyMessages, `${'field' | 'policy' | 'value'}.${string}`>;
type Sentence = Extract<keyof typeof historyMessages, `type.${string}`>;

/** Longest value that stands in a line, in characters. */
const longest = 80;

/** Who did what to which questions, in a sentence. */
export function sentenceOf(entry: AuditEntry, about: readonly string[]): string {
  const key = `type.${entry.type}`;
  const who = whoOf(entry);
  return isSentence(key)
    ? say(key, { who, about: about.map((words) => `“${words}”`).join(', ') }).trim()
    : `${who}: ${entry.type}`;
}

/** Who did it, in words. */
export function whoOf({ by: { name, role } }: AuditEntry): string {
  if (role === 'server') return say('history.server');
  return name ?? say('history.somebody');
}

/** The questions that an entry is about, each with enough of its words. */
export function aboutOf(entry: AuditEntry, questions: Readonly<Record<string, QuestionView>>): string[] {
  const ids = new Set(entry.changes.flatMap(({ of, id }) => (of === 'questions' && id !== null ? [id] : [])));
  return [...ids].flatMap((id) => {
    const question = questions[id];
    return question ? [short(question)] : [];
  });
}

/** The questions that entries are about and that are not among these. */
export function unknownIn(
  entries: readonly AuditEntry[],
  questions: Readonly<Record<string, QuestionView>>,
): string[] {
  const ids = entries.flatMap(({ changes }) =>
    changes.flatMap(({ of, id }) => (of === 'questions' && id !== null ? [id] : [])),
  );
  return [...new Set(ids)].filter((id) => questions[id] === undefined);
}

/** What an event's rows are called, and its zone: what stands for ids and instants in a line. */
export type Names = Pick<View, 'event' | 'sessions' | 'posters' | 'questions'>;

/** What it changed, old and new value, a line each, in words and titles; what says nothing to people is left out. */
export function linesOf({ type, changes }: AuditEntry, names: Names): string[] {
  return changes.flatMap((change) => {
    const { field, before, after } = change;
    if (field === null) return [];
    if (field === 'policy') return policyLines(before, after);
    if (field === 'status')
      // The sentence says what became of it, except of an undo.
      return type === 'undo'
        ? [
            say('history.change', {
              field: say('field.status'),
              before: status(before),
              after: status(after),
            }),
          ]
        : [];
    const key = `field.${field}`;
    return isKnown(key)
      ? [
          say('history.change', {
            field: say(key),
            before: inWords(toldOf(field, before, names)),
            after: inWords(toldOf(field, after, names)),
          }),
        ]
      : [];
  });
}

/** A status as the desk calls it. */
function status(value: unknown): string {
  const known = questionStatuses.find((name) => name === value);
  return known ? sayDesk(`status.${known}`) : inWords(value);
}

/** Switches stand in one field: only those that changed are told. */
function policyLines(before: AuditChange['before'], after: AuditChange['after']): string[] {
  const was = new Map(switchesIn(before));
  return switchesIn(after)
    .filter(([name, value]) => JSON.stringify(was.get(name) ?? null) !== JSON.stringify(value))
    .map(([name, value]) =>
      say('history.change', {
        field: wordOf(`policy.${name}`, name),
        before: switchInWords(name, was.get(name)),
        after: switchInWords(name, value),
      }),
    );
}

/** The switches of a policy by their names, those of its look among them. */
function switchesIn(policy: unknown): [string, unknown][] {
  return Object.entries(policy ?? {}).flatMap(([name, value]): [string, unknown][] =>
    name === 'look' ? Object.entries(value ?? {}) : [[name, value]],
  );
}

/** A switch's value; of a logo there is a digest alone. */
function switchInWords(name: string, value: unknown): string {
  return inWords(name === 'logo' && value != null ? say('value.logo') : worded(value));
}

/** Fields that hold people's own words, which stand as they are. */
const written: ReadonlySet<string> = new Set(['text', 'screen', 'reply', 'name', 'labels']);

/** A field's value with titles for its ids, times of the clock for its instants and words for what has only a name. */
function toldOf(field: string, value: unknown, names: Names): unknown {
  if (written.has(field) || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => toldOf(field, each, names));
  if (typeof value === 'object')
    return Object.entries(value).map(([inside, each]) => toldOf(inside, each, names));
  if (typeof value !== 'string') return value;
  if (field === 'why' && isReason(value)) return sayDesk(`why.${value}`);
  if (field === 'startedAt' || field === 'endedAt')
    return clockTime(Date.parse(value), names.event?.timezone ?? 'UTC');
  return titleOf(value, names) ?? worded(value);
}

/** What the row with an id is called; null where there is none. */
function titleOf(id: string, { event, sessions, posters, questions }: Names): string | null {
  const part = Object.values(sessions ?? {})
    .flatMap(({ parts }) => parts)
    .find((each) => each.id === id);
  const question = questions?.[id];
  return (
    sessions?.[id]?.title ??
    part?.title ??
    posters?.[id]?.title ??
    event?.rooms.find((room) => room.id === id)?.name ??
    (question ? short(question) : null)
  );
}

function worded(value: unknown): unknown {
  return typeof value === 'string' ? wordOf(`value.${value}`, value) : value;
}

/** The catalogue's word for a name of the wire, else the name. */
function wordOf(key: string, name: string): string {
  return isKnown(key) ? say(key) : name;
}

function inWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return say('history.nothing');
  if (typeof value === 'boolean') return say(value ? 'history.yes' : 'history.no');
  const text =
    typeof value === 'string' || typeof value === 'number' ? String(value) : inOneLine(partsOf(value));
  if (text === '') return say('history.nothing');
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

/** The plain values inside a value, in their order. */
function partsOf(value: unknown): string[] {
  if (value === null || value === undefined) return [];
  if (typeof value === 'object') return Object.values(value).flatMap(partsOf);
  return [String(value)];
}

function isKnown(key: string): key is Word {
  return key in historyMessages;
}

function isSentence(key: string): key is Sentence {
  return key in historyMessages;
}
