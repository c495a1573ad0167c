import type { EventView } from '../../shared/views/view.ts';
import type { Fit } from './fit.ts';
import { FittedText } from './fitted-text.tsx';
import { BottomBar, TopLine, timeIn } from './parts.tsx';
import type { Scene } from './scene.ts';
import css from './stage.module.css';

/** What an operator wrote for the room, as large as it fits. */
export function MessagePicture({
  scene,
  event,
  at,
  onFit,
}: {
  scene: Extract<Scene, { kind: 'message' }>;
  event: EventView;
  at: number;
  onFit?: ((fit: Fit) => void) | undefined;
}) {
  return (
    <div className={css.safe}>
      <TopLine title={event.title}>{timeIn(event, at)}</TopLine>
      <FittedText text={scene.text} onFit={onFit} />
      <BottomBar event={event} />
    </div>
  );
}
