import type { EventView } from '../../shared/views/view.ts';
import { catalogue } from '../look/messages.ts';
import { stageMessages } from './messages.en.ts';
import { BottomBar, JoinCode, JoinQr, NextUp, People, TimeLeft, timeIn } from './parts.tsx';
import type { DoorsScene, Scene, TalkScene } from './scene.ts';
import css from './stage.module.css';

const say = catalogue(stageMessages);

type Of<K extends Scene['kind']> = Extract<Scene, { kind: K }>;

/** While somebody speaks the stage is calm: what it is, who speaks, the time, and how to ask. */
export function TalkPicture({ scene, event, at }: { scene: TalkScene; event: EventView; at: number }) {
  return (
    <div className={css.safe}>
      <div className={css.top}>
        <span className={css.topTitle}>
          {scene.kind === 'talk'
            ? event.title
            : scene.kind === 'panel'
              ? say('stage.panel')
              : scene.now.title}
        </span>
        <span>{timeIn(event, at)}</span>
      </div>
      <div className={css.card}>
        <div className={css.title} data-long={howLong(scene.title)} dir="auto">
          {scene.title}
        </div>
        <People speakers={scene.speakers} />
      </div>
      <BottomBar event={event}>
        {scene.kind === 'panel' && scene.now.questions === 'open' && (
          <div className={css.askPanel}>{say('stage.askPanel')}</div>
        )}
      </BottomBar>
    </div>
  );
}

/** How long a title is, for its size. */
function howLong({ length }: string): boolean | 'very' {
  return length > 180 ? 'very' : length > 90;
}

/** Questions are open and nothing is shown: asking is the thing to do. */
export function InvitePicture({
  scene,
  event,
  at,
}: {
  scene: Of<'qa-invite'>;
  event: EventView;
  at: number;
}) {
  return (
    <div className={css.big} data-alone={event.joinUrl === null}>
      <JoinQr event={event} size="less" />
      <div className={css.side}>
        <div className={css.label} dir="auto">
          {scene.now.title}
        </div>
        <div className={css.heading}>{say('stage.ask')}</div>
        <JoinCode event={event} huge />
        <div>
          <TimeLeft countdown={scene.countdown} at={at} />
        </div>
      </div>
    </div>
  );
}

/** Before, between and in breaks: the code as large as it gets, what comes next, and when. */
export function DoorsPicture({ scene, event, at }: { scene: DoorsScene; event: EventView; at: number }) {
  const word = scene.kind === 'doors' ? say('stage.welcome') : (scene.now?.title ?? say('stage.break'));
  return (
    <div className={css.big} data-alone={event.joinUrl === null}>
      <JoinQr event={event} size="huge" />
      <div className={css.side}>
        {word !== null && (
          <div className={css.word} dir="auto">
            {word}
          </div>
        )}
        <div className={css.label} dir="auto">
          {event.title}
        </div>
        <JoinCode event={event} huge />
        {scene.next !== null && <hr className={css.rule} />}
        <div>
          <NextUp event={event} next={scene.next} at={at} />
        </div>
        <div>
          <TimeLeft countdown={scene.countdown} at={at} />
        </div>
      </div>
    </div>
  );
}

/** The poster session: how long it lasts, and how to reach the authors. */
export function PostersPicture({ scene, event, at }: { scene: Of<'posters'>; event: EventView; at: number }) {
  return (
    <div className={css.big} data-alone={event.joinUrl === null}>
      <JoinQr event={event} size="less" />
      <div className={css.side}>
        <div className={css.word}>{say('stage.posters')}</div>
        <div className={css.heading} data-long={scene.now.title.length > 60} dir="auto">
          {scene.now.title}
        </div>
        <div className={css.label}>{say('stage.askAuthors')}</div>
        <JoinCode event={event} huge />
        <div>
          <TimeLeft countdown={scene.countdown} at={at} />
        </div>
      </div>
    </div>
  );
}

/** Nothing but how to come in. */
export function JoinPicture({ event }: { event: EventView }) {
  return (
    <div className={css.big} data-alone={event.joinUrl === null}>
      <JoinQr event={event} size="huge" />
      <div className={css.side}>
        <div className={css.heading}>{say('stage.askAny')}</div>
        <JoinCode event={event} huge />
        <div className={css.label} dir="auto">
          {event.title}
        </div>
      </div>
    </div>
  );
}

/** The day is over. */
export function EndPicture({ event }: { event: EventView }) {
  const { answered, asked } = event.counters;
  return (
    <div className={css.centre}>
      <div className={css.label} dir="auto">
        {event.title}
      </div>
      <div className={css.title}>{say('stage.thanks')}</div>
      {answered > 0 && <div className={css.nextTitle}>{say('stage.answered', { answered, asked })}</div>}
    </div>
  );
}
