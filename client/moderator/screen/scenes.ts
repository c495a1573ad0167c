import type { StageView, View } from '../../../shared/views/view.ts';

/** What an operator can put on screen besides questions, in the order of a day. */
export const allScenes = [
  'doors',
  'break',
  'talk',
  'qa',
  'panel',
  'posters',
  'message',
  'join',
  'timeline',
  'timer',
  'blank',
  'test',
  'end',
] as const;
export type SceneName = (typeof allScenes)[number];

/** A scene that is looked at before it is shown; `text` counts for a message. */
export interface PickedScene {
  scene: SceneName;
  text: string;
}

/** The scenes that make sense at an event: none for what its programme does not have. */
export function scenesFor({ sessions = {} }: View): SceneName[] {
  const kinds = new Set<string>(Object.values(sessions).map(({ kind }) => kind));
  return allScenes.filter((name) => (name !== 'panel' && name !== 'posters') || kinds.has(name));
}

/** What a stage is told for a scene; null for a message without words. */
export function showOf({ scene, text }: PickedScene): StageView['show'] | null {
  switch (scene) {
    case 'message':
      return text.trim() === '' ? null : { kind: 'message', text: text.trim() };
    case 'join':
    case 'timeline':
    case 'timer':
    case 'blank':
    case 'test':
      return { kind: scene };
    case 'doors':
    case 'break':
    case 'talk':
    case 'qa':
    case 'panel':
    case 'posters':
    case 'end':
      return { kind: 'scene', scene };
  }
}
