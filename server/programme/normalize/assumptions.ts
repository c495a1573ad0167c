import type { Issue } from '../../../shared/wire/refusals.ts';
import { andMore, mostOfASort, placesOf } from './places.ts';

/** Where something stands: in words, and its line where the file has lines. */
interface Place {
  where?: string | undefined;
  line?: number | undefined;
}

/** What was assumed while a schedule was normalized, by sort: the first of each in words, of the rest where they stand. */
export class Assumptions {
  readonly #said: Issue[] = [];
  readonly #sorts = new Map<string, { many: number; more: string[] }>();
  readonly #links: string[] = [];

  /** One assumption of a sort of which there may be many. */
  of(sort: string, message: string, { where, line }: Place = {}): void {
    const known = this.#sorts.get(sort) ?? { many: 0, more: [] };
    this.#sorts.set(sort, known);
    known.many += 1;
    if (known.many <= mostOfASort)
      this.#said.push({ path: sort, ...(line !== undefined && { line }), message });
    else known.more.push(where ?? message.slice(0, 60));
  }

  once(path: string, message: string): void {
    this.#said.push({ path, message });
  }

  /** Links that were left out of a session. */
  leaveOut(links: number, where: string): void {
    for (let link = 0; link < links; link += 1) this.#links.push(where);
  }

  issues(): Issue[] {
    const more = [...this.#sorts].flatMap(([path, { more }]) =>
      more.length > 0 ? [{ path, message: andMore(more) }] : [],
    );
    const many = this.#links.length;
    const left =
      many === 0
        ? []
        : [
            {
              path: 'links',
              message: `${many === 1 ? '1 link that is' : `${many} links that are`} neither stream nor recording ${many === 1 ? 'was' : 'were'} left out: ${placesOf(this.#links)}.`,
            },
          ];
    return [...this.#said, ...more, ...left];
  }
}
