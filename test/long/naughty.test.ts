import { describe } from 'vitest';
import { readsAsText } from '../journeys/naughty-round.ts';
import { naughty } from '../world/naughty-strings.ts';

/** In so many rounds every string goes onto every screen, and through every field at least once. */
const rounds = 10;

describe.each(Array.from({ length: rounds }, (_, round) => round))(
  'naughty strings are text and nothing else, round %i',
  (round) => {
    readsAsText({
      onScreens: new Set(naughty.filter((_, index) => index % rounds === round)),
      turn: round,
    });
  },
);
