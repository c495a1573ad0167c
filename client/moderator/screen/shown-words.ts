import { catalogue } from '../../look/messages.ts';
import { isolated } from '../../look/written.ts';
import { type StageSource, sceneOf } from '../../stage/scene.ts';
import { deskMessages } from '../messages/desk.en.ts';

const say = catalogue(deskMessages);

/** What a stage without a question shows: the talk by its title, else the scene by its name. */
export function shownWords(source: StageSource, at: number): string {
  const scene = sceneOf(source, at);
  if (scene.kind === 'talk' || scene.kind === 'spotlight' || scene.kind === 'panel')
    return isolated(scene.title);
  return say(`scene.${scene.kind}`);
}
