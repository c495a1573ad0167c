import { catalogue } from '../../look/messages.ts';
import { isolated } from '../../look/written.ts';
import { type StageSource, sceneOf } from '../../stage/scene.ts';
import { deskMessages } from '../messages/desk.en.ts';

const say = catalogue(deskMessages);

/** What a display says that it draws, by its name; a kind that this page does not know as it stands. */
export function drawnWords(kind: string): string {
  const known = drawn.find((each) => each === kind);
  return known === undefined ? kind : say(`scene.${known}`);
}

/** The kinds of pictures that a display draws. */
const drawn = [
  ...([
    'question',
    'qa-invite',
    'talk',
    'spotlight',
    'panel',
    'posters',
    'doors',
    'break',
    'message',
  ] as const),
  ...(['timeline', 'timer', 'join', 'blank', 'test', 'end', 'black', 'waiting'] as const),
];

/** What a stage without a question shows: the talk by its title, else the scene by its name. */
export function shownWords(source: StageSource, at: number): string {
  const scene = sceneOf(source, at);
  if (scene.kind === 'talk' || scene.kind === 'spotlight' || scene.kind === 'panel')
    return isolated(scene.title);
  return say(`scene.${scene.kind}`);
}
