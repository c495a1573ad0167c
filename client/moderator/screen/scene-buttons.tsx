import type { StageView } from '../../../shared/views/view.ts';
import { Button } from '../../look/button.tsx';
import { catalogue } from '../../look/messages.ts';
import { deskMessages } from '../messages/desk.en.ts';
import type { SceneName } from './scenes.ts';

const say = catalogue(deskMessages);

/** What one does with a scene that is looked at: show it to the room, or leave it. */
export function SceneButtons(props: {
  scene: SceneName;
  /** What the stage is told; null for a message without words, which cannot be shown. */
  show: StageView['show'] | null;
  /** Why nothing can be shown now; null where it can. */
  noShow: string | null;
  /** `title` is what the scene is called; gives whether it was done. */
  onShow: (show: StageView['show'], title: string) => Promise<boolean>;
  /** It is on screen. */
  onShown: () => void;
  onCancel: () => void;
}) {
  const { scene, show, noShow, onShow, onShown, onCancel } = props;
  const off = noShow ?? (show === null ? say('preview.write') : null);
  return (
    <>
      <Button
        size="small"
        kind="live"
        aria-disabled={off !== null || undefined}
        title={off ?? undefined}
        onClick={() => {
          if (off !== null || show === null) return;
          void onShow(show, say(`scenes.${scene}`)).then((done) => done && onShown());
        }}
      >
        {say('preview.showScene')}
      </Button>
      <Button size="small" onClick={onCancel}>
        {say('do.cancel')}
      </Button>
    </>
  );
}
