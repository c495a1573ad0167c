import type { EventFile, SessionInFile } from '../../file/event-file.ts';
import { resolveLocal } from '../../file/local-time.ts';
import { all, grouped, type Mark, Matcher, wordsOf } from './matcher.ts';

/** What a session is known again by. */
interface Marked {
  session: SessionInFile;
  /** The id that the file gives it; null where the file gives none, or where one was made for it. */
  id: string | null;
  /** What identifies it in the system that it comes from. */
  key: string | null;
  title: string | null;
  local: string;
  /** Epoch milliseconds, NaN where its day does not exist. */
  instant: number;
  /** The id that its room had before; empty: of none, or not compared. */
  room: string;
  speakers: readonly string[];
  isPause: boolean;
}

/** How two files are compared. */
interface Comparing {
  /** The id that each room of the later file had before; without it rooms say nothing. */
  rooms?: ReadonlyMap<string, string>;
  /** The later file is no event file: its ids were made for it, and say nothing. */
  foreign: boolean;
  /** What somebody said of a later session: which it is, or null for a new one. */
  answers?: ReadonlyMap<SessionInFile, SessionInFile | null>;
}

/** Two sessions of other titles of which somebody may be asked whether they are one, and whether they are taken for one. */
export interface Asked {
  before: SessionInFile;
  after: SessionInFile;
  same: boolean;
}

/** The earlier session of each later one that has one, and what of it is no more than likely. */
export interface SameSessions {
  pairs: Map<SessionInFile, SessionInFile>;
  asked: Asked[];
}

/**
 * Which sessions of a later file are those of an earlier one. A written id is the identity; else the key is (guid, UID
 * with the day of its series), and those that share one are told apart by title, start and room. What has no key, or
 * whose key is new, is the session that has its title and start, room or day, or its place and time, or its speakers,
 * where one single session fits on either side. Where the whole programme goes to other days or hours, a start is the same
 * that is as much later. [F62] What only place and time or speakers say of a new title is asked about, and so is what goes as
 * something else comes in its place or with nearly its title; what was answered counts.
 */
export function sameSessions(
  before: EventFile,
  after: EventFile,
  { rooms, foreign, answers = new Map() }: Comparing,
): SameSessions {
  const roomBefore = rooms ? (room: string) => rooms.get(room) ?? `new ${room}` : () => '';
  const earlier = markedOf(before, rooms ? (room) => room : () => '', false);
  const later = markedOf(after, roomBefore, foreign);
  const matcher = new Matcher(earlier, later);
  const answered = pairAnswered(matcher, answers);
  matcher.by(id, id);
  const keys = keysOf(earlier, later);
  pairByKey(matcher, keys);
  pairByTitle(matcher, keys, rooms !== undefined);
  // Who writes ids of the event leaves out those of new sessions only: in the place of one that goes stands another.
  const sure = new Set(matcher.pairs.keys());
  const isGuessing = later.every((session) => session.id === null);
  const isNew = ({ session }: Marked) => answers.get(session) === null;
  if (isGuessing) pairByPlace(matcher, keys, rooms !== undefined, isNew);
  const likely = [...matcher.pairs].filter(([now]) => answered.has(now) || !sure.has(now));
  const asked = [
    ...likely.map(([now, was]) => ({ now, was, same: true })),
    ...(isGuessing ? possible(matcher.left()) : []),
  ].filter(({ now, was }) => !now.isPause && !was.isPause);
  return {
    pairs: new Map([...matcher.pairs].map(([now, was]) => [now.session, was.session])),
    asked: asked.map(({ now, was, same }) => ({ before: was.session, after: now.session, same })),
  };
}

/** Pairs what somebody said is the same. */
function pairAnswered(matcher: Sessions, answers: NonNullable<Comparing['answers']>): ReadonlySet<Marked> {
  const { before, after } = matcher.left();
  const found = new Set<Marked>();
  for (const now of after) {
    const said = answers.get(now.session);
    const was = said && before.find(({ session }) => session === said);
    if (!was) continue;
    matcher.pair(was, now);
    found.add(now);
  }
  return found;
}

/** Which of what is left over might be one: in one place at one time, by the same people on one day, of nearly one title. */
function possible({
  before,
  after,
}: ReturnType<Sessions['left']>): { now: Marked; was: Marked; same: boolean }[] {
  const matcher = new Matcher(before, after);
  for (const start of starts) matcher.by(all(start, room), all(start, room));
  matcher.by(all(speakers, day), all(speakers, day));
  const left = matcher.left();
  for (const now of left.after) {
    const [was, ...others] = left.before.filter((each) => likeness(each, now) >= alike);
    if (was && others.length === 0 && matcher.left().before.includes(was)) matcher.pair(was, now);
  }
  return [...matcher.pairs].map(([now, was]) => ({ now, was, same: false }));
}

/** From which part of their words on two titles are nearly one. */
const alike = 0.6;

/** How much of the words of two titles stands in both, from 0 to 1; a single word in both says nothing. */
function likeness(one: Marked, other: Marked): number {
  const [words, others] = [one, other].map(({ title: of }) => new Set(of?.split(' ')));
  const shared = [...(words ?? [])].filter((word) => others?.has(word)).length;
  return shared < 2 ? 0 : shared / new Set([...(words ?? []), ...(others ?? [])]).size;
}

function markedOf(file: EventFile, roomOf: (room: string) => string, foreign: boolean): Marked[] {
  return file.sessions.map((session) => ({
    session,
    id: foreign ? null : (session.id ?? null),
    key: session.key ?? null,
    title: wordsOf(session.title),
    local: session.start.slice(0, 16).replace('T', ' '),
    instant: resolveLocal(session.start, file.timezone)?.at ?? Number.NaN,
    room: session.room === undefined ? '' : roomOf(session.room),
    speakers: (session.speakers ?? []).flatMap(({ name }) => wordsOf(name) ?? []),
    isPause: session.kind === 'break' || session.kind === 'social',
  }));
}

type Sessions = Matcher<Marked, Marked>;

const id: Mark<Marked> = (session) => session.id;
/** Where the later file writes an id there is nothing to be found out. */
const open =
  (mark: Mark<Marked>): Mark<Marked> =>
  (session) =>
    session.id === null ? mark(session) : null;
const title: Mark<Marked> = (session) => session.title;
const room: Mark<Marked> = (session) => session.room;
const day: Mark<Marked> = ({ local }) => local.slice(0, 10);
const clock: Mark<Marked> = (session) => String(clockOf(session));
const speakers: Mark<Marked> = (session) =>
  session.speakers.length > 0 ? session.speakers.toSorted().join() : null;
/** A start is the same where the clock or the instant is: either may have been corrected. */
const starts: readonly Mark<Marked>[] = [({ local }) => local, ({ instant }) => String(instant)];

/** The keys of two lists as far as they say anything. */
interface Keys {
  ofBefore: Mark<Marked>;
  ofAfter: Mark<Marked>;
  /** Keys that stand once on either side. */
  single: ReadonlySet<string>;
  /** Whether two sessions have keys, and other ones; never where no key is in both lists, as where they are made anew each time. */
  differ: (before: Marked, after: Marked) => boolean;
}

function keysOf(earlier: readonly Marked[], later: readonly Marked[]): Keys {
  const ofBefore: Mark<Marked> = ({ key, session }) => key ?? session.id ?? null;
  const ofAfter: Mark<Marked> = ({ key }) => key;
  const [was, is] = [grouped(earlier, ofBefore), grouped(later, ofAfter)];
  const common = [...is.keys()].filter((key) => was.has(key));
  const single = new Set(common.filter((key) => was.get(key)?.length === 1 && is.get(key)?.length === 1));
  const differ = (before: Marked, after: Marked) =>
    common.length > 0 && before.key !== null && after.key !== null && before.key !== after.key;
  return { ofBefore, ofAfter, single, differ };
}

function pairByKey(matcher: Sessions, { ofBefore, ofAfter, single }: Keys): void {
  const both = (...marks: Mark<Marked>[]) => [all(ofBefore, ...marks), open(all(ofAfter, ...marks))] as const;
  for (const start of starts) matcher.by(...both(title, start, room));
  for (const start of starts) matcher.by(...both(start));
  const once =
    (mark: Mark<Marked>): Mark<Marked> =>
    (session) => {
      const key = mark(session);
      return key !== null && single.has(key) ? key : null;
    };
  matcher.by(once(ofBefore), open(once(ofAfter)));
  matcher.nearest(...both(title), apart);
}

function pairByTitle(matcher: Sessions, { differ }: Keys, roomed: boolean): void {
  const both = (...marks: Mark<Marked>[]) => [all(...marks), open(all(...marks))] as const;
  const fits = (before: Marked, after: Marked) => !differ(before, after);
  const later = allLater(matcher);
  const moved: Mark<Marked> = (session) => String(clockOf(session) + later);
  if (later !== 0)
    for (const marks of [[room], []])
      matcher.by(all(title, moved, ...marks), open(all(title, clock, ...marks)), fits);
  for (const start of starts) matcher.by(...both(title, start, room));
  for (const start of starts) matcher.by(...both(title, start), fits);
  if (roomed) matcher.by(...both(title, room), fits);
  matcher.by(...both(title), fits);
  if (roomed) matcher.by(...both(title, room, day));
  const order = { before: clockOf, after: clockOf };
  if (roomed) matcher.inOrder(...both(title, room, day), order, fits);
  matcher.nearest(...both(title, day), apart, fits);
  const several = (was: Marked, now: Marked, many: number) => many > 1 || fits(was, now);
  if (roomed) matcher.inOrder(...both(title, room), order, several);
  matcher.inOrder(...both(title), order, fits);
}

/** By how much all titles that stand once on either side are later, milliseconds; 0 where they differ, or are few. */
function allLater(matcher: Sessions): number {
  const { before, after } = matcher.left();
  const earlier = grouped(before, title);
  const moves = [...grouped(after, open(title))].flatMap(([of, [now, ...more]]) => {
    const [was, ...others] = earlier.get(of) ?? [];
    return was && now && more.length + others.length === 0 ? [clockOf(now) - clockOf(was)] : [];
  });
  const [first = 0] = moves;
  return moves.length > 1 && moves.every((move) => move === first) ? first : 0;
}

/** What a clock reads at its start, as a number of milliseconds to reckon with. */
function clockOf({ local }: Marked): number {
  return Date.parse(`${local.replace(' ', 'T')}Z`);
}

function pairByPlace(
  matcher: Sessions,
  { differ }: Keys,
  roomed: boolean,
  isNew: (after: Marked) => boolean,
): void {
  const both = (...marks: Mark<Marked>[]) => [all(...marks), open(all(...marks))] as const;
  const retitled = (before: Marked, after: Marked) =>
    !isNew(after) && !differ(before, after) && mayBeOne(before, after);
  if (roomed) for (const start of starts) matcher.by(...both(start, room), retitled);
  matcher.by(...both(speakers, day), retitled);
}

/** Whether two sessions of other titles may be one: both pauses or none, and not by quite other people. */
function mayBeOne(before: Marked, after: Marked): boolean {
  if (before.isPause !== after.isPause) return false;
  if (before.speakers.length === 0 || after.speakers.length === 0) return true;
  return after.speakers.some((speaker) => before.speakers.includes(speaker));
}

function apart(before: Marked, after: Marked): number {
  return Math.abs(before.instant - after.instant);
}
