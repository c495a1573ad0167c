import { afterAll, afterEach, describe } from 'vitest';
import { readsAsText } from '../matrix/naughty-round.ts';
import { naughty } from '../world/naughty-strings.ts';
import { LongPart } from './part.ts';

/**
 * In so many rounds every string goes onto every screen, and through every field at least once. One run does one round,
 * which its seed picks: all strings are asked and read in lists, a tenth goes onto the screens one by one.
 */
const rounds = 10;

const part = new LongPart('naughty');
const round = part.seed % rounds;
const onScreens = new Set(naughty.filter((_, index) => index % rounds === round));
let failed = 0;

afterEach(({ task }) => {
  if (task.result?.state === 'fail') failed += 1;
});

afterAll(() => {
  const figures = { 'strings read in lists': naughty.length, 'on screens one by one': onScreens.size };
  part.reached({ ...figures, 'round of ten': round, 'tests failed': failed }, failed === 0);
});

describe(`naughty strings are text and nothing else, round ${round}`, () => {
  readsAsText({ onScreens, turn: round });
});
