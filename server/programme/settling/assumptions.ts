import type { Issue } from '../../../shared/wire/refusals.ts';

/** Most assumptions of one sort that are said one by one. */
const mostOfASort = 10;

/** What was assumed while a schedule was settled, by sort: the first of each in words, the rest as a number. */
export class Assumptions {
  readonly #said: Issue[] = [];
  readonly #sorts = new Map<string, number>();
  readonly #counts = new Map<string, number>();

  /** One assumption of a sort of which there may be many; `line` where the file has lines. */
  of(sort: string, message: string, line?: number): void {
    const many = (this.#sorts.get(sort) ?? 0) + 1;
    this.#sorts.set(sort, many);
    if (many <= mostOfASort) this.#said.push({ path: sort, ...(line !== undefined && { line }), message });
  }

  once(path: string, message: string): void {
    this.#said.push({ path, message });
  }

  /** Things of which only the number is said. */
  count(sort: 'links', more: number): void {
    this.#counts.set(sort, (this.#counts.get(sort) ?? 0) + more);
  }

  issues(): Issue[] {
    const more = [...this.#sorts].flatMap(([path, many]) =>
      many > mostOfASort ? [{ path, message: `And ${many - mostOfASort} more of these.` }] : [],
    );
    const links = this.#counts.get('links') ?? 0;
    const left =
      links === 0
        ? []
        : [{ path: 'links', message: `${links} links that are neither stream nor recording were left out.` }];
    return [...this.#said, ...more, ...left];
  }
}
