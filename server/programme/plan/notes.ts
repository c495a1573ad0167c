import type { Finding, Path } from '../file/issues.ts';

/** What is found while a programme is made: errors stop it, warnings come with it. */
export class Notes {
  readonly errors: Finding[] = [];
  readonly warnings: Finding[] = [];
  readonly #lineOf: ((path: Path) => number) | undefined;

  /** `lineOf` is missing where the event file came as JSON over the wire. */
  constructor(lineOf?: (path: Path) => number) {
    this.#lineOf = lineOf;
  }

  error(path: Path, message: string): void {
    this.errors.push({ path, message });
  }

  warn(path: Path, message: string): void {
    this.warnings.push({ path, message });
  }

  /** ` (line 12)` for use in a sentence; nothing where there are no lines. */
  line(path: Path): string {
    return this.#lineOf ? ` (line ${this.#lineOf(path)})` : '';
  }
}
