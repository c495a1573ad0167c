import { catalogue } from '../look/messages.ts';
import { projectorMessages } from './messages.en.ts';

const say = catalogue(projectorMessages);

/** One thing that whoever sets up a screen wants to know of it. */
export interface Check {
  of: 'fullscreen' | 'awake' | 'size' | 'clock' | 'cursor';
  fine: boolean;
  words: string;
}

/** From how much on a wrong clock is worth a word, in milliseconds. */
const wrong = 2_000;

/** What this browser says of itself. `offset` is what its clock lacks to the server's, in milliseconds. */
export function checksOf(offset: number): Check[] {
  const ratio = globalThis.devicePixelRatio || 1;
  const pixels = {
    width: String(Math.round(innerWidth * ratio)),
    height: String(Math.round(innerHeight * ratio)),
  };
  const full =
    document.fullscreenElement !== null || (innerWidth >= screen.width && innerHeight >= screen.height);
  const awake = 'wakeLock' in navigator;
  const large = innerHeight * ratio >= 720;
  const skewed = Math.abs(offset) >= wrong;
  const seconds = Math.round(Math.abs(offset) / 1_000);
  const by =
    seconds < 120
      ? say('check.seconds', { seconds })
      : say('check.minutes', { minutes: Math.round(seconds / 60) });
  return [
    { of: 'fullscreen', fine: full, words: say(full ? 'check.fullscreen' : 'check.window') },
    { of: 'awake', fine: awake, words: say(awake ? 'check.awake' : 'check.sleeps') },
    { of: 'size', fine: large, words: say(large ? 'check.size' : 'check.small', pixels) },
    {
      of: 'clock',
      fine: !skewed,
      words: skewed ? say(offset > 0 ? 'check.slow' : 'check.fast', { by }) : say('check.clock'),
    },
    { of: 'cursor', fine: true, words: say('check.cursor') },
  ];
}
