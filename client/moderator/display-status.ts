import type { DisplayView, StageView } from '../../shared/views/view.ts';

/** How long a display may take to confirm before the desk says so, in milliseconds. */
export const confirmTime = 2000;

/** Silence of a display that the desk mentions, in milliseconds: it speaks every ten seconds. */
const quietTime = 13_000;

/** Whether the displays of a room show what its stage says. */
export interface DisplayStatus {
  /** Displays that are connected or still missed. */
  total: number;
  confirmed: number;
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
    .map((display) => Date.parse(display.at))
    .filter((answered) => at - answered > quietTime);
  const waited = stage === null ? 0 : at - Date.parse(stage.since);
  return {
    total: displays.length,
    confirmed: confirmed.length,
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
  return display.question === null && (show.kind === 'auto' || show.kind === display.kind);
}
