import type { EventView, RoomView } from '../../shared/views/view.ts';
import type { Fit } from './fit.ts';
import type { StageLook } from './look.ts';
import type { Scene } from './scene.ts';
import type { SignWords } from './sign.tsx';

/** What a scene is drawn from. */
export interface PictureProps<S extends Scene = Scene> {
  scene: S;
  event: EventView;
  room: RoomView | null;
  at: number;
  look: StageLook;
  display?: SignWords | undefined;
  onFit?: ((fit: Fit) => void) | undefined;
}
