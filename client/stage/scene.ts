import { inOrder, whereWeAre } from '../../shared/rundown/on-now.ts';
import type {
  EventView,
  PartView,
  RoomView,
  SessionView,
  SpeakerView,
  StageView,
} from '../../shared/views/view.ts';
import { dayOf, inQuestions, partOnAir, programmeOf } from './room-programme.ts';

/** A question as a stage shows it: no more than everybody may know. */
export interface ShownQuestion {
  id: string;
  n: number | null;
  text: string | null;
  author: { name: string } | null;
  attendance: 'inRoom' | 'remote';
  upvotes: number | null;
  /** The talk it belongs to, and which of its parts; null: none. */
  session: string | null;
  part: string | null;
}

/** What one room's stage is drawn from: the projector's own view, or the desk's view of that room. */
export interface StageSource {
  event: EventView;
  room: RoomView | null;
  stage: StageView | null;
  question: ShownQuestion | null;
  sessions: Readonly<Record<string, SessionView>>;
}

/** A moment that something counts down to, since when, and what it is. Epoch milliseconds; null: nobody knows since when. */
export interface Countdown {
  to: number;
  from: number | null;
  of: 'questions' | 'session' | 'start';
}

/** Somebody speaks: a talk, one of several spotlights, a panel. */
export interface TalkScene {
  kind: 'talk' | 'spotlight' | 'panel';
  now: SessionView;
  title: string;
  speakers: readonly SpeakerView[];
}

/** Nobody speaks: before the day, between sessions, in breaks. */
export interface DoorsScene {
  kind: 'doors' | 'break';
  now: SessionView | null;
  next: SessionView | null;
  countdown: Countdown | null;
}

/**
 * What a stage shows, decided and ready to draw. `now` is the session on air in the room, `next` the one after
 * it; both null where there is none.
 */
export type Scene =
  | {
      kind: 'question';
      question: ShownQuestion;
      /** The question's own talk and part, whatever runs in the room; `countdown`: what is left of it while it is on. */
      about: SessionView | null;
      part: PartView | null;
      now: SessionView | null;
      countdown: Countdown | null;
      next: SessionView | null;
    }
  | { kind: 'qa-invite'; now: SessionView; part: PartView | null; countdown: Countdown | null }
  | TalkScene
  | { kind: 'posters'; now: SessionView; countdown: Countdown | null }
  | DoorsScene
  | { kind: 'message'; text: string }
  /** `elsewhere`: what other rooms still have, where this one has nothing more; it says the room of each. */
  | { kind: 'timeline'; sessions: readonly SessionView[]; now: SessionView | null; elsewhere?: boolean }
  | { kind: 'timer'; now: SessionView | null; next: SessionView | null; countdown: Countdown | null }
  | { kind: 'join' | 'blank' | 'test' | 'end' };

/** A scene, and whether black lies over it. */
export interface Picture {
  scene: Scene;
  black: boolean;
}

/** What the stage of a room shows at a moment of the server's time (epoch milliseconds). */
export function pictureOf(source: StageSource, at: number): Picture {
  return { scene: sceneOf(source, at), black: source.stage?.black ?? false };
}

/** What a stage may still show of an event that is closed: what is told or nothing, and what asks for nothing. */
const outlasting: ReadonlySet<StageView['show']['kind']> = new Set(['message', 'timeline', 'blank', 'test']);

/** [S11] A stage as it counts: what was left on it when the event was closed is not shown any more, and its end is. */
export function stageIn<Stage extends Pick<StageView, 'show'>>(
  event: Pick<EventView, 'closed'> | undefined,
  stage: Stage | null,
): Stage | null {
  if (stage === null || event?.closed !== true || outlasting.has(stage.show.kind)) return stage;
  return { ...stage, show: { kind: 'auto' } };
}

/** The scene an operator asked for, or the one the programme asks for where nobody did. */
export function sceneOf(source: StageSource, at: number): Scene {
  const programme = programmeOf(source);
  const { now, next } = whereWeAre(programme);
  const show = stageIn(source.event, source.stage)?.show ?? { kind: 'auto' };
  switch (show.kind) {
    case 'question':
      if (source.question === null || source.question.id !== show.question)
        return programmeScene(source, programme, at);
      return questionScene(source.question, source.sessions, { now, next }, at);
    case 'message':
      return { kind: 'message', text: show.text };
    case 'timeline':
      return { kind: 'timeline', sessions: dayOf(programme, now ?? next), now };
    case 'timer':
      return {
        kind: 'timer',
        now,
        next,
        countdown: countdownOf(now, at) ?? (next?.status === 'due' ? null : startOf(next, at)),
      };
    case 'join':
    case 'blank':
    case 'test':
      return { kind: show.kind };
    case 'scene':
      return askedScene(show.scene, source, programme, at);
    case 'auto':
    case 'poll':
      return programmeScene(source, programme, at);
  }
}

/** [S9] A question stands under its own talk: what is left is told of that alone, and only while it runs. */
function questionScene(
  question: ShownQuestion,
  sessions: StageSource['sessions'],
  { now, next }: { now: SessionView | null; next: SessionView | null },
  at: number,
): Scene {
  const about = (question.session === null ? null : sessions[question.session]) ?? null;
  const part = about?.parts.find(({ id }) => id === question.part) ?? null;
  const countdown = about !== null && about.id === now?.id ? countdownOf(now, at) : null;
  return { kind: 'question', question, about, part, now, countdown, next };
}

/**
 * A scene at an operator's word, whatever the programme asks for: about what is on or next, and panel and posters about
 * the next session of their kind where there is one. One that finds no session is what the programme asks for.
 */
function askedScene(
  name: Extract<StageView['show'], { kind: 'scene' }>['scene'],
  source: StageSource,
  programme: readonly SessionView[],
  at: number,
): Scene {
  const { now, next } = whereWeAre(programme);
  if (name === 'doors') return { kind: name, now, next, countdown: startOf(next, at) };
  if (name === 'break') {
    const pause = now?.kind === 'break' || now?.kind === 'social' ? now : null;
    return { kind: name, now: pause, next, countdown: startOf(next, at) };
  }
  if (name === 'end') return { kind: 'end' };
  const own = name === 'panel' || name === 'posters' ? sessionFor(name, programme, now) : undefined;
  const about = own ?? now ?? next ?? programme.at(-1) ?? null;
  if (about === null) return programmeScene(source, programme, at);
  const countdown = about === now ? countdownOf(now, at) : null;
  switch (name) {
    case 'talk':
    case 'panel':
      return { kind: name, now: about, title: about.title, speakers: about.speakers };
    case 'qa':
      return { kind: 'qa-invite', now: about, part: partOnAir(about), countdown };
    case 'posters':
      return { kind: 'posters', now: about, countdown };
  }
}

/** The session that a scene of one kind of session is about: what is on, else what comes, else what was. */
function sessionFor(
  kind: string,
  programme: readonly SessionView[],
  now: SessionView | null,
): SessionView | undefined {
  if (now?.kind === kind) return now;
  const known = programme.filter((session) => session.kind === kind && session.status !== 'cancelled');
  return known.find(({ status }) => status !== 'ended') ?? known.at(-1);
}

/** Everything a person could notice of a scene but the ticking of its clocks: two of one key need no swap. */
export function sceneKey({ scene, black }: Picture): string {
  const about = 'now' in scene ? (scene.now?.id ?? '') : '';
  const detail =
    scene.kind === 'question'
      ? `${scene.question.id}/${scene.question.text ?? ''}`
      : scene.kind === 'message'
        ? scene.text
        : scene.kind === 'spotlight' || scene.kind === 'talk' || scene.kind === 'panel'
          ? scene.title
          : scene.kind === 'break' || scene.kind === 'doors'
            ? (scene.next?.id ?? '')
            : '';
  return [black ? 'black' : 'lit', scene.kind, about, detail].join('|');
}

/** What the programme asks for in a room: the scene while no operator shows anything. */
function programmeScene(source: StageSource, programme: readonly SessionView[], at: number): Scene {
  if (source.event.closed) return { kind: 'end' };
  const { now, next } = whereWeAre(programme);
  if (now === null) {
    const begun = programme.some(({ status }) => status === 'ended');
    if (begun && next === null) return lastScene(source);
    return { kind: begun ? 'break' : 'doors', now, next, countdown: startOf(next, at) };
  }
  switch (now.kind) {
    case 'break':
    case 'social':
      return { kind: 'break', now, next, countdown: startOf(next, at) };
    case 'posters':
      return { kind: 'posters', now, countdown: countdownOf(now, at) };
    case 'panel':
      return { kind: 'panel', now, title: now.title, speakers: now.speakers };
    case 'talk':
    case 'opening':
    case 'closing':
    case 'spotlights':
      return talkScene(now, at);
  }
}

/** [S10] After a room's last session: what other rooms still have that day; the end once they are all over. */
function lastScene(source: StageSource): Scene {
  const elsewhere = stillToCome(source);
  const [first] = elsewhere;
  if (first === undefined) return { kind: 'end' };
  return { kind: 'timeline', sessions: dayOf(elsewhere, first), now: null, elsewhere: true };
}

/** What runs or is still waited for in any room, in its order. */
function stillToCome({ sessions }: StageSource): SessionView[] {
  return inOrder(Object.values(sessions), null).filter(
    ({ status, passed }) => status === 'onAir' || ((status === 'due' || status === 'upcoming') && !passed),
  );
}

/** A talk is left in peace until its Q&A part begins; then people are asked to ask. */
function talkScene(now: SessionView, at: number): Scene {
  const part = partOnAir(now);
  if (inQuestions(now, at) && part === null)
    return { kind: 'qa-invite', now, part, countdown: countdownOf(now, at) };
  if (part) return { kind: 'spotlight', now, title: part.title, speakers: part.speakers };
  return { kind: 'talk', now, title: now.title, speakers: now.speakers };
}

function countdownOf(session: SessionView | null, at: number): Countdown | null {
  if (session === null || session.expectedEnd === null || session.kind === 'social') return null;
  const asking = inQuestions(session, at);
  const from = (asking ? session.qaStart : null) ?? session.startedAt;
  return {
    to: Date.parse(session.expectedEnd),
    from: from === null ? null : Date.parse(from),
    of: asking ? 'questions' : 'session',
  };
}

/** To a start; what is due starts in a moment, also where it is put off minute by minute. */
function startOf(session: SessionView | null, at: number): Countdown | null {
  if (session?.expectedStart == null) return null;
  return { to: session.status === 'due' ? at : Date.parse(session.expectedStart), from: null, of: 'start' };
}
