import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { type Evidence, evidenceSchema, type Figures, figuresIn, pageWith } from './page.ts';

const kept = new URL('figures.json', import.meta.url);
const page = new URL('../../../docs/reliability.md', import.meta.url);

/** Reads what is kept of the last whole runs. */
export function keptEvidence(): Evidence {
  return evidenceSchema.parse(JSON.parse(readFileSync(kept, 'utf8')));
}

/** Says what a part reached, and keeps it for the page of evidence; less than a whole run is said and not kept. */
export function record(
  part: string,
  run: { figures: Figures; held: boolean; seed: number; seconds: number; scale: number },
): void {
  const { figures, held, seed, seconds, scale } = run;
  const said = `${part}: ${figuresIn(figures)}; ${held ? 'held' : 'DID NOT HOLD'}, ${seconds} s, seed ${seed}`;
  if (scale < 1) {
    console.log(`${said}; not kept, at scale ${scale}`);
    return;
  }
  console.log(said);
  const date = new Date().toISOString().slice(0, 10);
  const evidence = { ...keptEvidence(), [part]: { date, commit: commit(), seed, seconds, held, figures } };
  writeFileSync(kept, `${JSON.stringify(evidence, null, 2)}\n`);
  writeFileSync(page, pageWith(readFileSync(page, 'utf8'), evidence));
}

/** The commit that runs, with a `+` where files differ from it other than those that runs write. */
function commit(): string {
  const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8', stdio: 'pipe' }).trim();
  try {
    const written = [':!docs/reliability.md', ':!test/long/evidence/figures.json'];
    const changed = git('status', '--porcelain', '--untracked-files=no', '--', '.', ...written) !== '';
    return `${git('rev-parse', '--short=9', 'HEAD')}${changed ? '+' : ''}`;
  } catch {
    return 'unknown';
  }
}
