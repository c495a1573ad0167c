import fc from 'fast-check';
import type { EntryData, EntryType } from '../../shared/log/entry.ts';
import { layouts, sceneNames } from '../../shared/stage/show.ts';
import type { Actor } from '../../shared/state/actor.ts';
import { type Day, given } from '../world/given.ts';
import { people, type Who } from '../world/people.ts';
import { inTwoRooms, workshop } from '../world/workshop.ts';

/** One thing that somebody tries in a storm: numbers that are read as far as the kind of thing needs them. */
export interface Gust {
  who: Who;
  type: EntryType;
  a: number;
  b: number;
  on: boolean;
  /** Seconds that pass before. */
  wait: number;
  /** For staff: how many entries ago they last looked. */
  behind: number | null;
  /** The name they come with this time; null: the usual one. */
  name: string | null;
}

const small = fc.nat({ max: 11 });
const everybody = Object.keys(people) as Who[];
const staffMore: Who[] = ['mod', 'mod', 'mia', 'org'];

/** Entry types in a storm; those of people ending the day are rare, asking and voting frequent. */
const types: EntryType[] = [
  'question.ask',
  'question.ask',
  'question.ask',
  'question.ask',
  'question.edit',
  'question.withdraw',
  'question.upvote',
  'question.upvote',
  'question.upvote',
  'question.approve',
  'question.approve',
  'question.approve',
  'question.dismiss',
  'question.restore',
  'question.archive',
  'question.keep',
  'question.move',
  'question.log',
  'question.merge',
  'question.merge',
  'question.unmerge',
  'question.label',
  'question.shortlist',
  'question.shortlist',
  'question.answer',
  'stage.show',
  'stage.show',
  'stage.black',
  'display.set',
  'display.set',
  'session.start',
  'session.start',
  'session.end',
  'session.notYet',
  'session.reset',
  'session.cancel',
  'session.move',
  'session.extend',
  'session.place',
  'session.questions',
  'session.phase',
  'session.note',
  'session.noted',
  'programme.tell',
  'programme.apply',
  'policy.set',
  'policy.set',
  'announce',
  'announce.end',
  'event.close',
  'participant.ban',
  'participant.erase',
  'report',
  'report.resolve',
  'undo',
  'undo',
  'undo',
  'sample',
  'invite.use',
  'clock.pass',
];

/** As in a storm, with merges, votes, people and what is taken back drawn often: what counts over several rows. */
const counting: EntryType[] = [
  ...types,
  ...(['question.merge', 'question.unmerge', 'question.upvote', 'undo'] as const).flatMap((type) =>
    Array.from({ length: 12 }, () => type),
  ),
  ...(['participant.ban', 'participant.erase', 'participant.revoke', 'invite.revoke', 'report'] as const),
  ...(['participant.ban', 'report', 'report.resolve', 'policy.set', 'session.phase'] as const),
];

/** A gust of these types, mostly by staff where only staff may. */
function gusts(
  only: readonly EntryType[],
  who: readonly Who[],
  waits: fc.Arbitrary<number>[],
): fc.Arbitrary<Gust> {
  return fc.record({
    who: fc.constantFrom(...everybody, ...who),
    type: fc.constantFrom(...only),
    a: small,
    b: small,
    on: fc.boolean(),
    wait: fc.oneof(...waits),
    behind: fc.option(fc.nat({ max: 6 }), { freq: 3 }),
    name: fc.constantFrom(null, null, null, null, null, null, '#Somebody', '#Nobody'),
  });
}

/** A whole storm: in one room or two, moderated before or after, with autorun or without. */
export const storms = stormsOf(types, staffMore, 70, [
  fc.constant(0),
  fc.nat({ max: 90 }),
  fc.nat({ max: 1500 }),
]);

/** A storm of what counts over several rows, of so many gusts at most, and at least. */
export const countingStorms = (most: number, least = 1) =>
  stormsOf(
    counting,
    [...staffMore, ...staffMore, ...staffMore],
    most,
    [fc.constant(0), fc.constant(0), fc.nat({ max: 30 }), fc.nat({ max: 400 })],
    least,
  );

function stormsOf(
  only: readonly EntryType[],
  who: readonly Who[],
  most: number,
  waits: fc.Arbitrary<number>[],
  least = 1,
) {
  return fc.record({
    rooms: fc.constantFrom(1, 2),
    moderation: fc.constantFrom('before', 'after'),
    ranking: fc.constantFrom('fair', 'popular'),
    autorun: fc.boolean(),
    gusts: fc.array(gusts(only, who, waits), { minLength: least, maxLength: most, size: 'max' }),
  });
}
export type Storm = typeof storms extends fc.Arbitrary<infer S> ? S : never;

/** Plays a storm on a fresh day; `after` looks at the day after each gust. */
export function play(storm: Storm, after: (day: Day, gust: Gust) => void = () => undefined): Day {
  const day = dayOf(storm);
  for (const gust of storm.gusts) {
    blow(day, gust);
    after(day, gust);
  }
  return day;
}

/** The day of a storm before its first gust. */
export function dayOf({ rooms, moderation, ranking, autorun }: Storm): Day {
  return given({ moderation, ranking, autorun }, rooms === 2 ? inTwoRooms : workshop);
}

/** Lets the time of a gust pass, then tries what it says. */
export function blow(day: Day, gust: Gust): void {
  day.until(day.state.at + gust.wait * 1000);
  const staff = people[gust.who].role === 'moderator' || people[gust.who].role === 'organizer';
  const seen = staff && gust.behind !== null ? { seen: Math.max(0, day.state.seq - gust.behind) } : {};
  const made = dataOf(day, gust);
  const usual: Actor = people[gust.who];
  const by =
    gust.name === null
      ? usual
      : { ...usual, person: { attendance: 'remote' as const, name: `${gust.name}-${day.state.seq}` } };
  if (made) day.when(by, gust.type, made, { at: day.state.at + gust.wait * 1000, ...seen });
}

function dataOf({ state }: Day, { type, a, b, on, who }: Gust): EntryData[EntryType] | null {
  const pick = (ids: Iterable<string>, index: number) => {
    const all = [...ids];
    return all[index % Math.max(1, all.length)] ?? 'nothing';
  };
  const question = pick(state.tables.questions.keys(), a);
  const other = pick(state.tables.questions.keys(), b);
  const session = pick(state.tables.sessions.keys(), a);
  const room = pick(state.tables.rooms.keys(), a);
  const words = `#words-${state.seq}-${a}`;
  const make: { [T in EntryType]?: () => EntryData[T] } = {
    'question.ask': () => ({
      ...(a === 11 ? { poster: 'poster-1' } : { session: a < 8 ? 'talk-1' : session }),
      text: words,
      measured: { units: 5, ...(b === 4 && { hint: on ? ('likely' as const) : ('maybe' as const) }) },
      marks: { anonymous: `a-${who}`, named: `n-${who}` },
      anonymous: on,
      ...(b < 6 && { ifClosed: 'keep' as const }),
    }),
    'question.edit': () => ({
      question,
      ...(on ? { text: words } : { screen: words }),
      measured: { units: 5 },
    }),
    'question.withdraw': () => ({ question }),
    'question.upvote': () => ({ question, on: on || b < 8 }),
    'question.approve': () => ({ question }),
    'question.dismiss': () => ({ question, why: 'off-topic' }),
    'question.restore': () => ({ question }),
    'question.archive': () => ({ question }),
    'question.keep': () => ({
      question,
      for: b < 6 ? 'panel' : b < 8 ? 'poster' : 'written',
      ...(on && b < 6 && { session: (['panel', 'talk-1', 'talk-2'] as const)[b % 3] ?? 'panel' }),
      ...(on && b >= 6 && b < 8 && { poster: 'poster-1' }),
    }),
    'question.move': () => ({ question, session: on ? pick(state.tables.sessions.keys(), b) : null }),
    'question.log': () => ({ session, measured: { units: 0 } }),
    'question.merge': () => ({ question, into: other }),
    'question.unmerge': () => ({ question }),
    'question.label': () => ({ question, labels: on ? ['method', 'ethics'] : [] }),
    'question.shortlist': () => ({ question, position: b < 10 ? (b % 5) + 1 : null }),
    'question.answer': () => ({ question, on: on || b < 6, ...(b < 3 && { reply: words }) }),
    'stage.show': () => ({
      room,
      show:
        b < 9
          ? { kind: 'question', question }
          : b === 9
            ? { kind: 'scene', scene: sceneNames[a % sceneNames.length] ?? 'doors' }
            : { kind: 'auto' },
    }),
    'display.set': () => ({
      display: (['main/wall', '/lobby', 'main/side'] as const)[b % 3] ?? 'main/wall',
      ...(on && { room: a < 9 ? room : null }),
      ...(a % 3 === 0 && { name: `Display ${b}` }),
      ...(a % 4 === 0 && { layout: layouts[a % layouts.length] ?? 'full' }),
      ...(b > 9 && { on: false }),
    }),
    'stage.black': () => ({ room: on ? '*' : room, on: b < 6 }),
    'session.start': () => ({
      session,
      ...(b < 2 && { at: state.at - b * 400_000 }),
      ...(b === 3 && { part: 'spot-2' }),
    }),
    'session.end': () => ({
      session,
      ...(b < 2 && { at: state.at - b * 300_000 }),
      ...(b === 3 && { part: 'spot-2' }),
    }),
    'session.notYet': () => ({ session }),
    'session.reset': () => ({ session }),
    'session.cancel': () => ({ session }),
    'session.move': () => ({
      session,
      minutes: (b - 5) * 7,
      tell: on,
      ...(b % 4 > 0 && { give: (['break', 'qa', 'anchor'] as const)[b % 3] ?? 'qa' }),
    }),
    'session.extend': () => ({
      session,
      minutes: (b - 5) * 6,
      tell: on,
      ...(b % 4 > 0 && { give: (['break', 'qa', 'anchor'] as const)[b % 3] ?? 'qa' }),
    }),
    'session.place': () => ({ session, after: on ? pick(state.tables.sessions.keys(), b) : null }),
    'session.questions': () => ({
      session,
      mode: (['auto', 'open', 'lastCall', 'closed'] as const)[b % 4] ?? 'auto',
    }),
    'session.phase': () => ({ session, phase: (['auto', 'collect', 'decide'] as const)[b % 3] ?? 'auto' }),
    'session.note': () => ({ session, text: on ? 'Louder, please' : null }),
    'session.noted': () => {
      const note = state.tables.sessions.get(session)?.note?.id;
      return { session, ...(on && note !== undefined && { note }) };
    },
    'programme.tell': () => ({}),
    'programme.apply': () => {
      const programme = state.tables.rooms.size === 2 ? inTwoRooms : workshop;
      const sessions = programme.sessions.filter((_, index) => index !== b);
      // Another zone: the same readings of the clock at other instants, for all of the day or from a session on.
      const by = (b - 5) * 20 * 60_000;
      const moved = sessions.map((each, index) =>
        on && index >= a % 4 ? { ...each, start: each.start + by, end: each.end + by, parts: [] } : each,
      );
      const fit = moved.every(
        (each, index) => index === 0 || by >= 0 || each.room !== moved[index - 1]?.room,
      );
      return { programme: { ...programme, sessions: on && (fit || a % 4 === 0) ? moved : sessions } };
    },
    'policy.set': () => ({
      names: on,
      ...(b < 4 && { moderation: on ? ('before' as const) : ('after' as const) }),
      ...(b === 5 && { slowMode: on }),
      ...(b > 5 && b < 8 && { newcomersWait: on }),
      ...(b === 8 && { joinsLocked: on, unattended: on ? ('approve' as const) : ('hold' as const) }),
    }),
    announce: () => ({ text: 'Lunch is served', to: 'all', ...(on && { until: state.at + b * 60_000 }) }),
    'announce.end': () => ({ message: pick(state.tables.messages.keys(), a) }),
    'event.close': () => ({ on: on && b < 2 }),
    'participant.ban': () => ({ question, on: on && b < 4, hide: b < 6 }),
    'participant.erase': () => ({ participant: b < 2 ? who : 'nobody' }),
    'participant.revoke': () => ({ participant: b < 2 ? 'cat' : 'nobody' }),
    'invite.revoke': () => ({ invite: `invite-${b}` }),
    report: () => ({ question, why: 'rude' }),
    'report.resolve': () => ({ report: pick(state.tables.reports.keys(), a) }),
    undo: () => ({ seq: pickLast(state.staff.keys(), a) }),
    sample: () => ({ session, readers: {}, people: null }),
    'invite.use': () => ({ invite: `invite-${b}`, role: 'attendee', limit: 3, name: null }),
  };
  return make[type]?.() ?? null;
}

/** One of the latest. */
function pickLast(seqs: Iterable<number>, back: number): number {
  return [...seqs].at(-1 - (back % 6)) ?? 0;
}
