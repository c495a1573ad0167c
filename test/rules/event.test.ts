import { expect, test } from 'vitest';
import { apply } from '../../shared/log/apply.ts';
import { nextDue } from '../../shared/log/next-due.ts';
import { model } from '../../shared/model.ts';
import { timeline } from '../../shared/rundown/timing.ts';
import { initialState } from '../../shared/state/model.ts';
import { given } from '../world/given.ts';
import { people } from '../world/people.ts';
import { at, inTwoRooms, session as plan, workshop } from '../world/workshop.ts';
import { viewOf } from './viewing.ts';

const policyOf = (day: ReturnType<typeof given>) => day.state.tables.event.get('event')?.policy;

test('[E1] switches that are named are set, the others stay', () => {
  const day = given({ anonymous: 'never' });
  expect(day.when('mod', 'policy.set', { moderation: 'after', names: false })).toMatchObject({ ok: true });
  expect(policyOf(day)).toMatchObject({
    moderation: 'after',
    names: false,
    anonymous: 'never',
    autorun: true,
  });
});

test('[E6] the labels that a desk offers are set as a whole, and everybody’s view has them', () => {
  const day = given();
  day.when('mod', 'policy.set', { labels: ['methods', 'ethics'] });
  day.when('mod', 'policy.set', { names: false });
  expect(policyOf(day)?.labels).toEqual(['methods', 'ethics']);
  expect(viewOf(day, 'mod').event?.policy.labels).toEqual(['methods', 'ethics']);
  day.when('org', 'policy.set', { labels: [] });
  expect(policyOf(day)?.labels).toEqual([]);
});

test('[E2] an announcement holds until its instant, at which time passes', () => {
  const day = given();
  day.when('mod', 'announce', { text: 'Lunch', to: 'all', until: at('07:10') }, { id: 'lunch' });
  expect(day.state.tables.messages.get('lunch')).toMatchObject({
    text: 'Lunch',
    to: 'all',
    until: at('07:10'),
    ended: false,
  });
  expect(nextDue(day.state)).toBe(at('07:10'));
});

test('[E2] an announcement that would be over is refused', () => {
  expect(given().when('mod', 'announce', { text: 'Lunch', to: 'all', until: at('06:59') })).toMatchObject({
    ok: false,
    reason: 'not-now',
  });
});

test('[E3] an announcement is ended, again too', () => {
  const day = given();
  day.when('mod', 'announce', { text: 'Lunch', to: 'all' }, { id: 'lunch' });
  for (let time = 0; time < 2; time += 1)
    expect(day.when('mod', 'announce.end', { message: 'lunch' })).toMatchObject({ ok: true });
  expect(day.state.tables.messages.get('lunch')?.ended).toBe(true);
  expect(day.when('mod', 'announce.end', { message: 'dinner' })).toMatchObject({ reason: 'unknown' });
});

test('[E4] of a closed event only the organizer’s commands are taken, until it is opened again', () => {
  const day = given();
  day.when('org', 'event.close', {});
  for (const who of ['ann', 'mod'] as const) {
    const outcome = day.when(who, 'question.ask', {
      session: 'talk-1',
      text: '#x',
      measured: { units: 1 },
      marks: { anonymous: '', named: '' },
    });
    expect(outcome).toMatchObject({ ok: false, reason: 'not-now', now: { closed: true } });
  }
  expect(day.when('org', 'policy.set', { names: false })).toMatchObject({ ok: true });
  day.when('org', 'event.close', { on: false });
  expect(day.when('mod', 'policy.set', { names: true })).toMatchObject({ ok: true });
});

test('[E5] before its programme an event takes nothing else', () => {
  const state = initialState(model);
  const { outcome } = apply(state, {
    seq: 1,
    at: 1,
    id: 'x',
    rules: 1,
    by: people.org,
    type: 'policy.set',
    data: { names: false },
  });
  expect(outcome).toMatchObject({ ok: false, reason: 'unavailable' });
});

test('[T19] a programme of another event is a conflict', () => {
  const outcome = given().when('org', 'programme.apply', { programme: { ...workshop, slug: 'other' } });
  expect(outcome).toMatchObject({ ok: false, reason: 'conflict', of: 'slug', now: { slug: 'workshop' } });
});

test('[T19] what the file’s policy names is set again, the desk’s other switches stay', () => {
  const day = given({ moderation: 'after' });
  day.when('mod', 'policy.set', { moderation: 'before', names: false });
  day.when('org', 'programme.apply', { programme: { ...workshop, policy: { moderation: 'after' } } });
  expect(policyOf(day)).toMatchObject({ moderation: 'after', names: false });
});

test('[T20] what ran keeps running when its plan changes', () => {
  const day = given();
  day.when('mod', 'session.start', { session: 'spotlights', part: 'spot-1' }, { at: at('08:50') });
  const sessions = workshop.sessions.map((session) =>
    session.id === 'spotlights' ? { ...session, title: 'Short talks' } : session,
  );
  day.when('org', 'programme.apply', { programme: { ...workshop, sessions } });
  expect(day.state.tables.sessions.get('spotlights')).toMatchObject({
    title: 'Short talks',
    startedAt: at('08:50'),
  });
  expect(day.state.tables.sessions.get('spotlights')?.parts[0]?.startedAt).toBe(at('08:50'));
});

test('[T21] the questions of removed sessions, posters and parts belong to none and keep the rest', () => {
  const day = given({ moderation: 'after' });
  const ofTalk = day.ask('ann', 'talk');
  const ofPoster = day.ask('ann', 'poster', { poster: 'poster-1' });
  const ofPart = day.ask('ann', 'part', { session: 'spotlights', part: 'spot-3' });
  day.when('mod', 'question.shortlist', { question: ofTalk, position: 1 });
  const sessions = workshop.sessions
    .filter(({ id }) => id !== 'talk-1')
    .map((session) => ({ ...session, parts: session.parts.slice(0, 2) }));
  day.when('org', 'programme.apply', { programme: { ...workshop, sessions, posters: [] } });
  const row = (id: string) => day.state.tables.questions.get(id);
  expect(row(ofTalk)).toMatchObject({ session: null, upNext: null, status: 'live', n: 1 });
  expect(row(ofPoster)).toMatchObject({ poster: null, status: 'live' });
  expect(row(ofPart)).toMatchObject({ session: 'spotlights', part: null });
  expect(day.when('mod', 'session.start', { session: 'talk-1' })).toMatchObject({ reason: 'unknown' });
});

test('[T21] a session that comes back is what it was', () => {
  const day = given();
  day.when('mod', 'session.start', { session: 'talk-1' }, { at: at('08:12') });
  day.when('org', 'programme.apply', {
    programme: { ...workshop, sessions: workshop.sessions.slice(2) },
    removeOnAir: ['talk-1'],
  });
  day.when('org', 'programme.apply', { programme: workshop });
  expect(day.state.tables.sessions.get('talk-1')).toMatchObject({ removed: false, startedAt: at('08:12') });
});

test('[T40] a programme takes nothing off the air that is not named: neither what it leaves out, nor what another crowds out, nor a part', () => {
  const day = given({ autorun: false }, inTwoRooms);
  day.when('mod', 'session.start', { session: 'talk-1' }, { at: at('08:10') });
  day.when('mod', 'session.start', { session: 'annex-1' }, { at: at('08:12') });
  const apply = (sessions: typeof inTwoRooms.sessions, more: object = {}) =>
    day.when('org', 'programme.apply', { programme: { ...inTwoRooms, sessions }, ...more });
  const onAir = () =>
    [...day.state.tables.sessions.values()]
      .filter(({ startedAt, endedAt, removed }) => startedAt !== null && endedAt === null && !removed)
      .map(({ id }) => id);
  const without = inTwoRooms.sessions.filter(({ id }) => id !== 'talk-1' && id !== 'annex-1');
  const title = (id: string) => ({ id, title: `Title of ${id}` });
  expect(apply(without)).toMatchObject({
    reason: 'conflict',
    of: 'onAir',
    onAir: [title('talk-1'), title('annex-1')],
  });
  expect(apply(without, { removeOnAir: ['talk-1'] })).toMatchObject({ onAir: [title('annex-1')] });
  const moved = inTwoRooms.sessions.map((each) => (each.id === 'annex-1' ? { ...each, room: 'main' } : each));
  expect(apply(moved)).toMatchObject({ onAir: [title('talk-1')] });
  expect(onAir()).toEqual(['talk-1', 'annex-1']);
  expect(apply(without, { removeOnAir: ['talk-1', 'annex-1'] })).toMatchObject({ ok: true });
  expect(onAir()).toEqual([]);
  day.when('mod', 'session.start', { session: 'spotlights', part: 'spot-1' }, { at: at('08:50') });
  const partless = without.map((each) => ({
    ...each,
    parts: each.parts.filter(({ id }) => id !== 'spot-1'),
  }));
  expect(apply(partless)).toMatchObject({ onAir: [title('spotlights')] });
  expect(apply(partless, { removeOnAir: ['spotlights'] })).toMatchObject({ ok: true });
});

test('[T40] a programme that took something off the air is undone, and one that brought what is on air now is not', () => {
  const day = given({ autorun: false });
  day.when('mod', 'session.start', { session: 'talk-1' }, { at: at('08:10') });
  const without = workshop.sessions.filter(({ id }) => id !== 'talk-1');
  const taken = day.when('org', 'programme.apply', {
    programme: { ...workshop, sessions: without },
    removeOnAir: ['talk-1'],
  });
  expect(day.when('org', 'undo', { seq: taken.ok ? taken.seq : 0 })).toMatchObject({ ok: true });
  expect(day.state.tables.sessions.get('talk-1')).toMatchObject({ removed: false, endedAt: null });
  const extra = { ...workshop.sessions[1]!, id: 'extra', room: 'main' };
  const came = day.when('org', 'programme.apply', {
    programme: { ...workshop, sessions: [...workshop.sessions, extra] },
  });
  day.when('mod', 'session.start', { session: 'extra' }, { at: at('08:30') });
  expect(day.when('org', 'undo', { seq: came.ok ? came.seq : 0 })).toMatchObject({ reason: 'conflict' });
  expect(day.state.tables.sessions.get('extra')).toMatchObject({ removed: false, endedAt: null });
});

test('[T40] no undo takes away what is on air by now, also where nobody began it', () => {
  const day = given();
  const without = workshop.sessions.filter(({ id }) => id !== 'talk-2');
  const gone = day.when('org', 'programme.apply', { programme: { ...workshop, sessions: without } });
  const back = day.when('org', 'undo', { seq: gone.ok ? gone.seq : 0 });
  day.until(at('10:00'));
  expect(day.when('org', 'undo', { seq: back.ok ? back.seq : 0 })).toMatchObject({ reason: 'conflict' });
  expect(day.state.tables.sessions.get('talk-2')).toMatchObject({ removed: false, endedAt: null });
  const extra = plan('extra', 'talk', '15:00', 30);
  const came = day.when('org', 'programme.apply', {
    programme: { ...workshop, sessions: [...workshop.sessions, extra] },
  });
  day.until(at('15:10'));
  expect(day.when('org', 'undo', { seq: came.ok ? came.seq : 0 })).toMatchObject({ reason: 'conflict' });
});

test('[T40] what was taken off the air by name, and brought back, can be taken off again by the redo', () => {
  const day = given({ autorun: false });
  day.when('mod', 'session.start', { session: 'talk-1' }, { at: at('08:10') });
  const sessions = workshop.sessions.filter(({ id }) => id !== 'talk-1');
  const taken = day.when('org', 'programme.apply', {
    programme: { ...workshop, sessions },
    removeOnAir: ['talk-1'],
  });
  const back = day.when('org', 'undo', { seq: taken.ok ? taken.seq : 0 });
  expect(day.when('org', 'undo', { seq: back.ok ? back.seq : 0 })).toMatchObject({ ok: true });
  expect(day.state.tables.sessions.get('talk-1')).toMatchObject({ removed: true, endedAt: at('08:10') });
});

test('[T20] what a programme removes while it runs has ended, and two rooms made one have one session on air', () => {
  const day = given({ autorun: false }, inTwoRooms);
  day.when('mod', 'session.start', { session: 'talk-1' }, { at: at('08:10') });
  day.when('mod', 'session.start', { session: 'annex-1' }, { at: at('08:12') });
  const moved = inTwoRooms.sessions.map((each) => (each.id === 'annex-1' ? { ...each, room: 'main' } : each));
  day.when(
    'org',
    'programme.apply',
    { programme: { ...inTwoRooms, sessions: moved }, removeOnAir: ['talk-1'] },
    { at: at('08:20') },
  );
  const row = (id: string) => day.state.tables.sessions.get(id);
  expect([row('talk-1')?.endedAt, row('annex-1')?.endedAt]).toEqual([at('08:20'), null]);
  const without = moved.filter(({ id }) => id !== 'annex-1');
  day.when(
    'org',
    'programme.apply',
    { programme: { ...inTwoRooms, sessions: without }, removeOnAir: ['annex-1'] },
    { at: at('08:30') },
  );
  expect(row('annex-1')).toMatchObject({ removed: true, endedAt: at('08:30') });
});

test('[T19] times that are planned anew take the place of what the desk did to the old ones', () => {
  const day = given({ autorun: false });
  day.when('mod', 'session.move', { session: 'panel', minutes: 15 });
  const planned = workshop.sessions.map((each) =>
    each.id === 'panel' ? { ...each, start: at('12:25'), end: at('13:00') } : each,
  );
  day.when('org', 'programme.apply', { programme: { ...workshop, sessions: planned } });
  expect(day.state.tables.sessions.get('panel')).toMatchObject({
    start: at('12:25'),
    shift: 0,
    toldShift: 0,
  });
});

test('[T22] what is everybody’s and open all day pushes nothing and cuts nothing off', () => {
  const desk = plan('desk', 'social', '08:00', 600, { room: null });
  const sessions = [desk, ...inTwoRooms.sessions.filter(({ room }) => room !== null)];
  const day = given({ autorun: false }, { ...inTwoRooms, sessions });
  const times = timeline(day.state.tables.sessions.values(), day.state.at, 'internal');
  for (const { id, start, end } of sessions) expect(times.get(id), id).toMatchObject({ start, end });
  for (const id of ['desk', 'talk-1', 'annex-1'])
    day.when('mod', 'session.start', { session: id }, { at: at('08:10') });
  expect([...day.state.tables.sessions.values()].filter(({ endedAt }) => endedAt !== null)).toEqual([]);
  day.when('mod', 'session.extend', { session: 'talk-1', minutes: 5 });
  expect(
    timeline(day.state.tables.sessions.values(), day.state.at, 'internal').get('spotlights')?.start,
  ).toBe(at('08:55'));
});

test('[T2] [T22] nor does it end anything on a day that nobody touches', () => {
  const desk = plan('desk', 'social', '07:30', 600, { room: null });
  const sessions = [desk, ...inTwoRooms.sessions.filter(({ room }) => room !== null)];
  const day = given({}, { ...inTwoRooms, sessions });
  day.until(at('23:00'));
  for (const { id, start, end } of sessions)
    expect(day.state.tables.sessions.get(id), id).toMatchObject({
      startedAt: start,
      endedAt: end,
      assumed: true,
    });
});
