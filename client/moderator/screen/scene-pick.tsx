import chevron from 'lucide-static/icons/chevron-down.svg';
import type { View } from '../../../shared/views/view.ts';
import { Icon } from '../../look/icon.tsx';
import { Menu } from '../../look/menu.tsx';
import { catalogue } from '../../look/messages.ts';
import { deskMessages } from '../messages/desk.en.ts';
import { type PickedScene, type SceneName, scenesFor } from './scenes.ts';

const say = catalogue(deskMessages);

/** One of the event's scenes to look at instead of the row in focus. */
export function ScenePick({ view, onPick }: { view: View; onPick: (picked: PickedScene) => void }) {
  const names = scenesFor(view);
  return (
    <Menu
      label={say('preview.pick')}
      choices={names.map((name) => ({ id: name, name: say(`scenes.${name}`) }))}
      onChoose={(id) => {
        const scene = names.find((name: SceneName) => name === id);
        if (scene) onPick({ scene, text: '' });
      }}
    >
      {say('preview.pick')}
      <Icon of={chevron} />
    </Menu>
  );
}
