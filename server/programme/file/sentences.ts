import { z } from 'zod';
import { eventFileSchema } from './event-file.ts';
import type { Finding, Path } from './issues.ts';

/** Most things the schema found that are put into words; a file made to annoy holds hundreds of thousands. */
const mostFindings = 300;

/** Turns what the schema found in a value into sentences that say what was found and what to write instead. */
export function findingsOf(error: z.ZodError, value: unknown): Finding[] {
  return error.issues.slice(0, mostFindings).flatMap((issue) => sentencesOf(issue, value));
}

/** What was written, in a few words: `the text "8.10"`, `the number 5`, `a list`. */
function found(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (typeof value === 'string') {
    return `the text ${JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value)}`;
  }
  if (typeof value === 'number') return `the number ${value}`;
  if (typeof value === 'boolean') return `the word ${value}`;
  return Array.isArray(value) ? 'a list' : 'a group of fields';
}

function sentencesOf(issue: z.core.$ZodIssue, value: unknown): Finding[] {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys') {
    return issue.keys
      .slice(0, mostFindings)
      .map((key) => ({ path: [...path, key], message: unknownField(path, key) }));
  }
  if (issue.code === 'invalid_union') {
    const wrongInside = issue.errors.find((errors) =>
      errors.some((each) => each.code !== 'unrecognized_keys'),
    );
    const closest = wrongInside ?? issue.errors[0];
    const inner = closest?.map((each) => ({ ...each, path: [...path, ...each.path] })) ?? [];
    if (inner.length > 0) return inner.flatMap((each) => sentencesOf(each, value));
  }
  return [{ path, message: sentenceOf(issue, valueAt(value, path), fieldOf(path)) }];
}

function sentenceOf(issue: z.core.$ZodIssue, value: unknown, field: string): string {
  const hint = hints[field];
  const example = hint ? ` ${hint}` : '';
  if (value === undefined) return `"${field}" is missing.${example}`;
  if (value === null) return `This entry is empty; fill it in or take the line out.${example}`;
  switch (issue.code) {
    case 'invalid_type':
      if (issue.expected === 'string' && ['number', 'boolean'].includes(typeof value)) {
        return `Found ${found(value)}, expected text: put it in quotes, "${String(value)}".${example}`;
      }
      return `Found ${found(value)}, expected ${kindWords[issue.expected] ?? issue.expected}.${example}`;
    case 'invalid_value':
      if (field === 'backrow')
        return `Found ${found(value)}. This Backrow reads version 1: write "backrow: 1".`;
      return `Found ${found(value)}, expected ${anyOf(issue.values.map(String))}.`;
    case 'too_big':
      return `Found ${amount(value, issue.origin)}, at most ${issue.maximum} ${unit(issue.origin)}.${example}`;
    case 'too_small':
      return `Found ${amount(value, issue.origin)}, at least ${issue.minimum} ${unit(issue.origin)}.${example}`;
    case 'custom':
      return issue.message;
    default:
      return `Found ${found(value)}, which cannot be read here.${example}`;
  }
}

const kindWords: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of fields',
};

const idHint = 'An id is made of letters, digits, "-", "_" and ".", at most 64, for example "talk-1".';
const linkHint = 'Write a link with https:// at its start, for example https://example.org/talk.';

/** What to write in a field, with an example; by the field's own name. */
const hints: Record<string, string> = {
  file: 'An event file begins with the line "backrow: 1", then slug, title, timezone and sessions.',
  backrow: 'Write "backrow: 1": the version of this format.',
  slug: 'Write small letters, digits and "-", for example "icbinb-2026".',
  title: 'Write a title of 1 to 300 characters, for example "Invited Talk 1".',
  timezone: 'Write a time zone such as America/Sao_Paulo.',
  start: 'Write day and local time, for example 2026-04-26 08:10.',
  end: 'Write day and local time, for example 2026-04-26 08:50.',
  minutes: 'Write whole minutes, 1 to 1440, for example 40.',
  qa: 'Write the minutes of questions at the end, for example 10.',
  shrinkTo: 'Write the minutes a break may shrink to, for example 10.',
  code: 'Write 4 to 8 of the symbols ABCDEFGHJKLMNPQRTUVWXY34679 (no 0 O 1 I 2 Z 5 S 8), for example KLM4.',
  passcode: 'Write 4 to 200 characters in quotes, or false for none.',
  email: 'Write an address such as desk@example.org.',
  id: idHint,
  session: idHint,
  room: idHint,
  sessions: 'Write a list of sessions, each with kind, title, start and minutes.',
  url: linkHint,
  paper: linkHint,
  poster: linkHint,
  meet: linkHint,
  captions: linkHint,
  recording: linkHint,
  name: 'Write a name, for example "Room 204".',
  speakers: 'Write a list such as [{name: "Ada Lovelace", affiliation: "London"}].',
  streamDelaySeconds: 'Write whole seconds, 0 to 300, for example 20.',
  accent: 'Write a colour such as #0b57a4, on which white text can be read.',
  keepDays: 'Write whole days, 1 to 3650, for example 90.',
};

function unit(origin: string): string {
  return { string: 'characters are allowed', array: 'entries are allowed' }[origin] ?? 'is allowed';
}

function amount(value: unknown, origin: string): string {
  if (origin === 'string' && typeof value === 'string') return `${value.length} characters`;
  return Array.isArray(value) ? `${value.length} entries` : found(value);
}

function anyOf(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

function fieldOf(path: Path): string {
  const name = path.findLast((step) => typeof step === 'string');
  return typeof name === 'string' ? name : 'file';
}

function valueAt(value: unknown, path: Path): unknown {
  let at: unknown = value;
  for (const step of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = Object.getOwnPropertyDescriptor(at, step)?.value;
  }
  return at;
}

function unknownField(path: Path, key: string): string {
  const known = knownFields(path);
  const near = known.find((name) => distance(name.toLowerCase(), key.toLowerCase()) <= 2);
  const meant = near === undefined ? '' : ` Did you mean "${near}"?`;
  return `There is no field ${JSON.stringify(key.slice(0, 60))} here.${meant} Known: ${known.join(', ')}.`;
}

/** The names of the fields the schema knows at a path. */
function knownFields(path: Path): string[] {
  let at: z.core.$ZodType = eventFileSchema;
  for (const step of path) {
    at = bare(at);
    if (at instanceof z.ZodObject) at = at.shape[String(step)] ?? at;
    else if (at instanceof z.ZodArray) at = at.element;
  }
  at = bare(at);
  return at instanceof z.ZodObject ? Object.keys(at.shape) : [];
}

/** The schema inside an optional one; of a choice its first. */
function bare(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodOptional) return bare(schema.unwrap());
  const first = schema instanceof z.ZodUnion ? schema.options[0] : undefined;
  return first ?? schema;
}

/** How many letters differ between two words (Levenshtein), for words of at most 40 letters; else a lot. */
function distance(a: string, b: string): number {
  if (a.length > 40 || b.length > 40) return 40;
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, swap));
    }
    row = next;
  }
  return row[b.length] ?? 40;
}
