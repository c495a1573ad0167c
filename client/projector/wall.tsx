import { useIdentifying } from '../connection/display-hooks.ts';
import { useConnectionState, useServerNow } from '../connection/hooks.tsx';
import type { StageLook } from '../stage/look.ts';
import { offlinePicture } from '../stage/offline.ts';
import { type Picture, pictureOf, type StageSource, sceneKey } from '../stage/scene.ts';
import type { SignWords } from '../stage/sign.tsx';
import { Stage } from '../stage/stage.tsx';
import { driftAt } from './burn-in.ts';
import css from './projector-screen.module.css';
import { useReportDrawn } from './use-report-drawn.ts';
import { useSteady } from './use-steady.ts';
import { useLongGone, useMirrored } from './use-still.ts';

/** A room's picture on a real screen: steady, against burn-in, and with what it drew told to the desk. */
export function Wall({
  source,
  look,
  display,
}: {
  source: StageSource;
  look: StageLook;
  display: SignWords | undefined;
}) {
  const at = useServerNow(250);
  const state = useConnectionState();
  const identifying = useIdentifying();
  const gone = useLongGone(at);
  const picture = useSteady(gone ? offlinePicture(source, at) : pictureOf(source, at));
  const mirrored = useMirrored(sceneKey(picture), picture.scene.kind, at);
  const onFit = useReportDrawn(picture.black ? 'black' : picture.scene.kind, questionOn(picture));
  // What is mixed into another picture keeps to its place, and no mark of the crew's goes on air with it.
  const alone = look.layout === 'full' && look.background === 'solid';
  const still = !alone || picture.black || picture.scene.kind === 'test';
  return (
    <>
      <div className={css.drift} data-still={still} style={{ transform: still ? 'none' : driftAt(at) }}>
        <Stage
          picture={picture}
          event={source.event}
          room={source.room}
          at={at}
          look={look}
          display={display}
          identifying={identifying}
          mirrored={mirrored}
          onFit={onFit}
        />
      </div>
      {state !== 'live' && look.background === 'solid' && <div className={css.mark} />}
    </>
  );
}

function questionOn({ scene, black }: Picture): string | null {
  return !black && scene.kind === 'question' ? scene.question.id : null;
}
