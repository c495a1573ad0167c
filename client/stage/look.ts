import {
  type Background,
  backgrounds,
  type Layout,
  layouts,
  type StageTheme,
  stageThemes,
} from '../../shared/stage/show.ts';

/** How a stage is drawn: where on the screen, on what, and dark or light. */
export interface StageLook {
  layout: Layout;
  background: Background;
  theme: StageTheme;
  /** Whether its timer shows seconds all the time, and not in the last minute alone. */
  seconds: boolean;
}

/** The look of a projector in a dimmed room. */
export const plainLook: StageLook = { layout: 'full', background: 'solid', theme: 'dark', seconds: false };

/** What the address of a screen says that lies over slides or a camera, in a mixing program. */
export const overlayQuery = 'layout=lower-third&background=transparent';

/**
 * The look of a display: what a desk set of it, else what its address says (`?layout=…&background=…&theme=…`); its timer
 * counts seconds where the address says so (`?timer=seconds`).
 */
export function lookOf(
  search: string,
  set: { [of in keyof Omit<StageLook, 'seconds'>]: StageLook[of] | null } | null | undefined,
): StageLook {
  const said = new URLSearchParams(search);
  const one = <T extends string>(name: string, known: readonly T[]): T | undefined =>
    known.find((each) => each === said.get(name));
  return {
    layout: set?.layout ?? one('layout', layouts) ?? plainLook.layout,
    background: set?.background ?? one('background', backgrounds) ?? plainLook.background,
    theme: set?.theme ?? one('theme', stageThemes) ?? plainLook.theme,
    seconds: said.get('timer') === 'seconds',
  };
}
