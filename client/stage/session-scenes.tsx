import type { ReactNode } from 'react';
import type { EventView } from '../../shared/views/view.ts';
import { catalogue } from '../look/messages.ts';
import type { Sizes } from './fit.ts';
import { FittedText } from './fitted-text.tsx';
import { stageMessages } from './messages.en.ts';
import {
  BottomBar,
  hasLogo,
  JoinCode,
  JoinQr,
  Logo,
  NextUp,
  People,
  ScanHint,
  TimeLeft,
  TopLine,
  timeIn,
} from './parts.tsx';
import type { DoorsScene, Scene, TalkScene } from './scene.ts';
import css from './stage.module.css';

const say = catalogue(stageMessages);

/** Sizes of a title in percent of the stage's height: two lines of a usual one are as large as a question gets. */
const titleSizes: Sizes = { most: 13, least: 4.6, step: 0.1 };

/** Sizes of what a scene beside a QR code is about. */
const heroSizes: Sizes = { most: 9, least: 4.6, step: 0.1 };

type Of<K extends Scene['kind']> = Extract<Scene, { kind: K }>;

/** While somebody speaks the stage is calm: what it is, who speaks, the time, and how to ask. */
export function TalkPicture({ scene, event, at }: { scene: TalkScene; event: EventView; at: number }) {
  const about =
    scene.kind === 'talk' ? event.title : scene.kind === 'panel' ? say('stage.panel') : scene.now.title;
  return (
    <div className={css.safe} data-bar="tall">
      <TopLine title={about}>{timeIn(event, at)}</TopLine>
      <div className={css.card} data-many={scene.speakers.length > 3}>
        <FittedText text={scene.title} sizes={titleSizes} className={css.title} hug />
        <People speakers={scene.speakers} />
      </div>
      <BottomBar event={event} tall>
        {scene.kind === 'panel' && scene.now.questions === 'open' && (
          <div className={css.askPanel}>{say('stage.askPanel')}</div>
        )}
      </BottomBar>
    </div>
  );
}

/** A scene whose first job is to bring people in: what it is about, as large as it fits, beside the code. */
function Invitation(props: {
  event: EventView;
  over?: string | null;
  hero: string;
  /** Between things the event shows its logo: never where people ask or speak, and never all day. */
  logo?: boolean;
  children?: ReactNode;
}) {
  const { event, over = null, hero, logo = false, children } = props;
  return (
    <div className={css.big} data-alone={event.joinUrl === null} data-logo={logo && hasLogo(event)}>
      {logo && <Logo event={event} />}
      <div className={css.words}>
        {over !== null && (
          <div className={css.over} dir="auto">
            {over}
          </div>
        )}
        <FittedText text={hero} sizes={heroSizes} className={css.hero} hug />
        <div className={css.below}>{children}</div>
      </div>
      <div className={css.way}>
        <JoinQr event={event} size="half" />
        <ScanHint event={event} />
        <JoinCode event={event} large />
      </div>
    </div>
  );
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
    <Invitation event={event} over={scene.part?.title ?? scene.now.title} hero={say('stage.ask')}>
      <TimeLeft countdown={scene.countdown} at={at} event={event} />
    </Invitation>
  );
}

/** Before, between and in breaks: what this is, what comes next and when, and the code. */
export function DoorsPicture({ scene, event, at }: { scene: DoorsScene; event: EventView; at: number }) {
  const welcome = scene.kind === 'doors';
  return (
    <Invitation
      event={event}
      over={welcome ? say('stage.welcome') : event.title}
      hero={welcome ? event.title : (scene.now?.title ?? say('stage.break'))}
      logo
    >
      <NextUp event={event} next={scene.next} at={at} />
      <TimeLeft countdown={scene.countdown} at={at} event={event} />
    </Invitation>
  );
}

/** The poster session: where it is, until when, and how to reach the authors. */
export function PostersPicture({ scene, event, at }: { scene: Of<'posters'>; event: EventView; at: number }) {
  const { now, countdown } = scene;
  const room = event.rooms.length > 1 ? event.rooms.find(({ id }) => id === now.room)?.name : undefined;
  const until = timeIn(event, now.expectedEnd ?? now.plannedEnd);
  return (
    <Invitation
      event={event}
      over={
        room === undefined
          ? say('stage.until', { time: until })
          : say('stage.roomUntil', { room, time: until })
      }
      hero={now.title}
    >
      <div className={css.nextTitle}>{say('stage.askAuthors')}</div>
      <TimeLeft countdown={countdown} at={at} event={event} />
    </Invitation>
  );
}

/** Nothing but how to come in. */
export function JoinPicture({ event }: { event: EventView }) {
  return <Invitation event={event} over={event.title} hero={say('stage.askAny')} logo />;
}

/** The end: thanks, what people asked, and where the answers are, with the code that opens them. */
export function EndPicture({ event }: { event: EventView }) {
  const { asked } = event.counters;
  return (
    <div className={css.centre}>
      <Logo event={event} />
      <div className={css.over} dir="auto">
        {event.title}
      </div>
      <div className={css.thanks}>{asked > 0 ? say('stage.thanksFor', { asked }) : say('stage.thanks')}</div>
      {asked > 0 && <div className={css.nextTitle}>{say('stage.answersStay')}</div>}
      <div className={css.answers}>
        <JoinQr event={event} size="third" />
        <JoinCode event={event} large />
      </div>
    </div>
  );
}
