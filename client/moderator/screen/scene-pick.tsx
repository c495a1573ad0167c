import type { View } from '../../../shared/views/view.ts';
import { catalogue } from '../../look/messages.ts';
import { deskMessages } from '../messages/desk.en.ts';
import css from './preview-panel.module.css';
import { type PickedScene, type SceneName, scenesFor } from './scenes.ts';

const say = catalogue(deskMessages);

/** What the preview is of: the row in focus (`null`), or one of the event's scenes. */
export function ScenePick({
  view,
  picked,
  onPick,
}: {
  view: View;
  picked: PickedScene | null;
  onPick: (picked: PickedScene | null) => void;
}) {
  const names = scenesFor(view);
  return (
    <select
      className={css.pick}
      aria-label={say('preview.pick')}
      value={picked?.scene ?? ''}
      onChange={({ currentTarget: { value } }) => {
        const scene = names.find((name: SceneName) => name === value);
        onPick(scene ? { scene, text: '' } : null);
      }}
    >
      <option value="">{say('preview.row')}</option>
      {names.map((name) => (
        <option key={name} value={name}>
          {say('preview.scene', { scene: say(`scenes.${name}`) })}
        </option>
      ))}
    </select>
  );
}
