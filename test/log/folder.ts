import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A data folder of a test's own. */
export class Folder {
  readonly path = mkdtempSync(join(tmpdir(), 'backrow-log-'));

  /** The content of every file in it. */
  bytes(): Buffer[] {
    return readdirSync(this.path).map((name) => readFileSync(join(this.path, name)));
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
