import type { Own } from '../../shared/views/lens.ts';
import { iso } from '../../shared/wire/instant.ts';
import type { At } from './messages.ts';
import { jsonOf } from './row-json.ts';

/**
 * A common view as JSON, made once for all who look at it; what is one person's own is spliced in. Own questions stand in
 * the place of the common rows with their ids.
 */
export class EncodedView {
  readonly #head: string;
  /** Everything but the questions, as members of an object. */
  readonly #rest: string[];
  readonly #questions: ReadonlyMap<string, string> | null;
  /** All questions as members of an object. */
  readonly #everybodys: string;

  /** Takes a common view as it is now. */
  constructor({ epoch, seq, mark }: At, view: Readonly<Record<string, object | null>>) {
    const { questions, ...rest } = view;
    this.#head = JSON.stringify({ epoch, seq, mark }).slice(1, -1);
    this.#rest = Object.entries(rest).map(([name, value]) => member(name, collectionOf(value)));
    this.#questions = questions ? membersOf(questions) : null;
    this.#everybodys = [...(this.#questions?.values() ?? [])].join(',');
  }

  /** The message that goes down to somebody, sent at an instant (epoch milliseconds), with their own part. */
  message(own: Own | null, now: number): string {
    const me = own ? [member('me', JSON.stringify(own.me))] : [];
    const questions =
      this.#questions || own ? [member('questions', `{${this.#questionsWith(own?.questions ?? {})}}`)] : [];
    const view = [...this.#rest, ...me, ...questions].join(',');
    return `{${this.#head},"view":{${view}},"serverTime":${JSON.stringify(iso(now))}}`;
  }

  #questionsWith(own: Readonly<Record<string, object>>): string {
    const theirs = membersOf(own);
    const common = this.#questions ?? new Map<string, string>();
    const overlaid = [...theirs.keys()].some((id) => common.has(id));
    const others = overlaid ? [...common].flatMap(([id, text]) => (theirs.has(id) ? [] : [text])) : null;
    return [...(others ?? [this.#everybodys]), ...theirs.values()].filter((text) => text !== '').join(',');
  }
}

/** What stands in an object, by name, each as a member of the object's JSON. */
function membersOf(rows: object): Map<string, string> {
  const members = new Map<string, string>();
  for (const [id, row] of Object.entries(rows))
    if (row !== undefined) members.set(id, member(id, jsonOf(row)));
  return members;
}

/** A collection or single thing as JSON; what does not change is not written again. */
function collectionOf(value: object | null): string {
  return value === null ? 'null' : `{${[...membersOf(value).values()].join(',')}}`;
}

function member(name: string, json: string): string {
  return `${JSON.stringify(name)}:${json}`;
}
