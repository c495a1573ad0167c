import * as z from 'zod';
import { longParts } from '../../../scripts/long-parts.mjs';

/** What a part reached: numbers by the words that the page says behind them (`100 kills`). */
export type Figures = Readonly<Record<string, number | string>>;

const partSchema = z.strictObject({
  /** The day, `YYYY-MM-DD`. */
  date: z.string(),
  /** The commit that ran; a `+` behind it where the folder differed from it. */
  commit: z.string(),
  seed: z.number(),
  seconds: z.number(),
  /** Whether all that the part expects was so. */
  held: z.boolean(),
  figures: z.record(z.string(), z.union([z.number(), z.string()])),
});

/** What the last whole run of each part reached, by the part's name. */
export const evidenceSchema = z.record(z.string(), partSchema);
export type Evidence = z.infer<typeof evidenceSchema>;

/** Between these lines of the page stands what runs wrote; nobody edits it. */
const marks = { begin: '<!-- figures: written by npm run test:long -->', end: '<!-- end of figures -->' };

/** Figures in one line: `100 kills, 100,204 commands acknowledged, 0 lost`. */
export function figuresIn(figures: Figures): string {
  return Object.entries(figures)
    .map(([words, figure]) => `${typeof figure === 'number' ? figure.toLocaleString('en') : figure} ${words}`)
    .join(', ');
}

/** The page with the figures of these runs in their place, a row a part; a page without the marks throws. */
export function pageWith(page: string, evidence: Evidence): string {
  const [begin, end] = [page.indexOf(marks.begin), page.indexOf(marks.end)];
  if (begin === -1 || end < begin) throw new Error('The page has no place for figures');
  const before = page.slice(0, begin + marks.begin.length);
  return `${before}\n\n${tableOf(evidence)}\n\n${page.slice(end)}`;
}

function tableOf(evidence: Evidence): string {
  const rows = Object.keys(longParts).map((part) => {
    const run = evidence[part];
    if (!run) return `| ${part} | no whole run yet | | | | |`;
    const { figures, held, seconds, date, commit, seed } = run;
    return `| ${part} | ${figuresIn(figures)} | ${held ? 'yes' : '**no**'} | ${minutes(seconds)} | ${date}, ${commit} | ${seed} |`;
  });
  return [
    '| part | reached | held | took | when, commit | seed |',
    '|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

function minutes(seconds: number): string {
  return seconds < 100 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}
