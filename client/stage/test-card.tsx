import { useLayoutEffect, useRef, useState } from 'react';
import type { EventView, RoomView } from '../../shared/views/view.ts';
import { catalogue } from '../look/messages.ts';
import { inOneLine } from '../look/written.ts';
import { Box } from './box.tsx';
import type { StageLook } from './look.ts';
import { stageMessages } from './messages.en.ts';
import overlay from './overlay.module.css';
import type { SignWords } from './sign.tsx';
import css from './test-card.module.css';
import { nearBlack, nearWhite, ramp, testLines } from './test-lines.ts';

const say = catalogue(stageMessages);

interface CardProps {
  event: EventView;
  room: RoomView | null;
  look: StageLook;
  display?: SignWords | undefined;
}

/**
 * For whoever sets up a screen: the picture's edges, the safe area, a circle that is round, greys and both ends of
 * them, single pixels both ways, one line of each script, and which display of which room this is.
 */
export function TestPicture({ event, room, look, display }: CardProps) {
  const card = useRef<HTMLDivElement>(null);
  const size = useSize(card);
  return (
    <div ref={card} className={css.test}>
      <div className={css.circle} />
      <div className={css.safe}>
        <div className={css.who}>
          <div className={css.event} dir="auto">
            {event.title}
          </div>
          <div className={css.room} dir="auto">
            {room?.name ?? say('stage.test')}
          </div>
          {display && (
            <div className={css.name}>
              {inOneLine(
                [display.name, display.code].filter((word) => word !== null),
                ' · ',
              )}
            </div>
          )}
          <div className={css.name}>{size}</div>
          <div className={css.meta}>{say(`stage.theme.${look.theme}`)}</div>
        </div>
        <div className={css.scripts}>
          {testLines.map(({ text, ...how }) => (
            <div key={text} {...how}>
              {text}
            </div>
          ))}
        </div>
        <div className={css.levels}>
          <Greys of={ramp} />
          <Greys of={[...nearBlack, ...nearWhite]} />
          <div className={css.columns} />
          <div className={css.rows} />
          <div className={css.meta}>{say('stage.testSafe')}</div>
        </div>
      </div>
    </div>
  );
}

/** The test card of a layout that shares the screen: where its box lies, and which display it is. */
export function TestBox({ event, room, look, display }: CardProps) {
  const card = useRef<HTMLDivElement>(null);
  const size = useSize(card);
  if (look.layout === 'full') return null;
  return (
    <>
      <div ref={card} className={css.outline} />
      <Box layout={look.layout} of="text">
        <div className={overlay.meta}>
          <span>{inOneLine([...(room ? [room.name] : []), event.title], ' · ')}</span>
        </div>
        <div className={overlay.heading}>
          {inOneLine(
            [display?.name, display?.code].flatMap((word) => word ?? []),
            ' · ',
          ) || say('stage.test')}
        </div>
        <div className={overlay.meta}>{`${say(`stage.layout.${look.layout}`)} · ${size}`}</div>
      </Box>
    </>
  );
}

function Greys({ of }: { of: readonly number[] }) {
  return (
    <div className={css.greys}>
      {of.map((grey) => (
        <div key={grey} style={{ background: `hsl(0, 0%, ${grey}%)` }} />
      ))}
    </div>
  );
}

/** The size of the picture in the screen's own pixels, in words; empty before it was measured. */
function useSize(of: React.RefObject<HTMLElement | null>): string {
  const [size, setSize] = useState<string>('');
  useLayoutEffect(() => {
    const element = of.current;
    if (!element) return;
    const measure = () => {
      const pixels = (css: number) => String(Math.round(css * (globalThis.devicePixelRatio || 1)));
      const { clientWidth: width, clientHeight: height } = element;
      setSize(say('stage.testSize', { width: pixels(width), height: pixels(height) }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [of]);
  return size;
}
