import type { DeskMeasured } from './desk-bench.ts';
import { percentiles } from './percentiles.ts';

/** What a desk has to bear, in milliseconds, megabytes, pixels and megabytes a minute. */
const target = { interactive: 2_000, act: 300, display: 300, moved: 0, memory: 300, slope: 0.5 } as const;

/** Minutes after which a desk that was opened has all that it needs: what it takes from then on should come to nothing. */
const warm = 1.5;

/** Prints what was measured beside its targets; gives the number of those missed. */
export function reportDesk(measured: DeskMeasured): number {
  const { acts, watched, memory, crowd } = measured;
  const all = percentiles([...acts.approve, ...acts.show, ...acts.answer]);
  const settled = memory.filter(({ minute }) => minute >= warm);
  const heap = settled.map((each) => ({ minute: each.minute, value: each.heap }));
  const own = settled.map((each) => ({ minute: each.minute, value: each.process ?? 0 }));
  const last = memory.at(-1);
  let missed = 0;
  const row = (what: string, value: number, most: number, more = '') => {
    const fine = value <= most;
    if (!fine) missed += 1;
    console.log(
      `${fine ? 'met   ' : 'MISSED'} ${what.padEnd(44)} ${number(value).padStart(9)} ${`≤ ${most}`.padStart(8)}  ${more}`,
    );
  };
  row(
    'interactive, the slowest of its openings, ms',
    Math.max(...measured.interactive.map(({ keyed }) => keyed)),
    target.interactive,
    `each until its first row, and a key: ${measured.interactive.map(({ drawn, keyed }) => `${number(drawn)} ${number(keyed)}`).join(', ')}`,
  );
  row(
    'key → acknowledged and drawn, p95, ms',
    all.p95,
    target.act,
    `p50 ${all.p50}, max ${all.max}; p95 of approve ${percentiles(acts.approve).p95}, show ${percentiles(acts.show).p95}, answered ${percentiles(acts.answer).p95}`,
  );
  const display = percentiles(acts.display);
  row(
    'key S → display acknowledged, p95, ms',
    display.p95,
    target.display,
    `p50 ${display.p50}, max ${display.max}, ${acts.display.length} times`,
  );
  row(
    'row in focus moved, px',
    Math.max(...watched.map(({ moved, lost }) => (lost > 0 ? Number.POSITIVE_INFINITY : moved))),
    target.moved,
    watched.map(({ frames, longest }) => `${frames} frames, longest ${number(longest)} ms`).join('; '),
  );
  row(
    'memory of the tab at its end, MB',
    last?.process ?? last?.heap ?? 0,
    target.memory,
    `of it JavaScript's heap ${number(last?.heap ?? 0)}`,
  );
  row(
    'slope of its heap, MB/min',
    slope(heap),
    target.slope,
    `of the process ${number(slope(own))}; ${settled.length} looks after ${warm} min`,
  );
  console.log(
    `\nThe desk used ${number(measured.cpu.opening)} ms of a processor to open, and ${number(measured.cpu.acting)} ms during its sixty actions.`,
  );
  console.log(
    `Meanwhile ${crowd.asked} questions and ${crowd.upvoted} upvotes arrived, ${crowd.refused} refused.`,
  );
  for (const [name, functions] of Object.entries(measured.profiles ?? {}))
    console.log(
      `\nms of their own, ${name}:\n${functions.map(([what, ms]) => `${number(ms).padStart(9)} ${what}`).join('\n')}`,
    );
  return missed;
}

/** The slope of a line through points, by least squares. */
function slope(points: readonly { minute: number; value: number }[]): number {
  const mean = (values: number[]) =>
    values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const x = mean(points.map(({ minute }) => minute));
  const y = mean(points.map(({ value }) => value));
  const over = points.reduce((sum, { minute, value }) => sum + (minute - x) * (value - y), 0);
  const under = points.reduce((sum, { minute }) => sum + (minute - x) ** 2, 0);
  return under === 0 ? 0 : over / under;
}

function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}
