import type { DisplayView, StageView } from '../../../shared/views/view.ts';

/** How long a display may take to confirm before the desk says so, in milliseconds. */
export const confirmTime = 2000;

/** Silence after which a display counts as stale, in milliseconds: it speaks every two and a half seconds. */
const quietTime = 8_000;

/** Whether the displays of a room show what its stage says. */
export interface DisplayStatus {
  /** Displays that are connected or still missed. */
  total: number;
  confirmed: number;
  /** Displays that went away and were not forgotten. */
  missing: number;
  /** Past the time to confirm and one has not. */
  late: boolean;
  /** When the one longest silent last answered (epoch milliseconds), where that is worth saying. */
  quietSince: number | null;
  /** A text that does not fit one screen of a display. */
  overflows: boolean;
}

/** Compares what a room's displays drew with what its stage asks for; `auto` is confirmed by whatever the programme asks for. */
export function displayStatus(
  displays: readonly DisplayView[],
  stage: StageView | null,
  at: number,
): DisplayStatus {
  const confirmed = displays.filter(
    (display) => display.connected && stage !== null && showsIt(display, stage),
  );
  const quiet = displays
    .filter(({ connected }) => connected)
    .map((display) => Date.parse(display.at))
    .filter((answered) => at - answered > quietTime);
  const waited = stage === null ? 0 : at - Date.parse(stage.since);
  return {
    total: displays.length,
    confirmed: confirmed.length,
    missing: displays.filter(({ connected }) => !connected).length,
    late: confirmed.length < displays.length && waited > confirmTime,
    quietSince: quiet.length > 0 ? Math.min(...quiet) : null,
    overflows: displays.some((display) => display.connected && !display.fits),
  };
}

/** Whether a display drew what the stage asks for. */
function showsIt(display: DisplayView, stage: StageView): boolean {
  if (stage.black || display.kind === 'black') return stage.black && display.kind === 'black';
  const { show } = stage;
  if (show.kind === 'question') return display.question === show.question;
  return (
    display.question === null && (show.kind === 'auto' || show.kind === 'scene' || show.kind === display.kind)
  );
}

/** How a display is: it speaks, it is connected and silent, or it went away. */
export function displayState({ connected, at }: DisplayView, now: number): 'live' | 'quiet' | 'missing' {
  if (!connected) return 'missing';
  return now - Date.parse(at) > quietTime ? 'quiet' : 'live';
}
