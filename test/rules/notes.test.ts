import { describe, expect, test } from 'vitest';
import { audienceOf } from '../../server/live/audiences.ts';
import type { Actor } from '../../shared/state/actor.ts';
import { plainState } from '../../shared/state/plain.ts';
import { commonView } from '../../shared/views/lens.ts';
import { viewSchema } from '../../shared/views/view.ts';
import { type Day, given } from '../world/given.ts';
import { at } from '../world/workshop.ts';
import { contextNow, plainView, viewOf } from './viewing.ts';

const lectern: Actor = { participant: 'lectern', role: 'speaker' };

/** What the lectern of the main room shows. */
function lecternView(day: Day) {
  return viewSchema.parse(commonView(audienceOf({ role: 'speaker', room: 'main' }).lens, contextNow(day)));
}

function write(day: Day, text: string | null, id = 'note-1') {
  return day.when('mod', 'session.note', { session: 'talk-1', text }, { id });
}

describe('a message to the speaker', () => {
  test('[T30] takes the place of the one before it, and null takes it back', () => {
    const day = given();
    expect(write(day, 'Louder, please')).toMatchObject({ ok: true });
    write(day, 'Five more minutes', 'note-2');
    const written = { id: 'note-2', text: 'Five more minutes', at: at('07:00'), notedAt: null };
    expect(day.state.tables.sessions.get('talk-1')?.note).toEqual(written);
    write(day, null, 'note-3');
    expect(day.state.tables.sessions.get('talk-1')?.note).toBeNull();
  });

  test('[T30] taken back where none stands changes nothing, and of no session there is none', () => {
    const day = given();
    const before = structuredClone(plainState(day.state).tables.sessions);
    expect(write(day, null)).toMatchObject({ ok: true });
    expect(plainState(day.state).tables.sessions).toEqual(before);
    expect(day.when('mod', 'session.note', { session: 'nothing', text: 'Hello' })).toMatchObject({
      ok: false,
      reason: 'unknown',
    });
  });

  test('[T31] is acknowledged by the speaker of that session, once, and by the desk', () => {
    const day = given();
    write(day, 'Louder, please');
    const notedAt = () => day.state.tables.sessions.get('talk-1')?.note?.notedAt;
    day.when('lov', 'session.noted', { session: 'talk-1', note: 'note-1' }, { at: at('07:01') });
    day.when('mod', 'session.noted', { session: 'talk-1', note: 'note-1' }, { at: at('07:02') });
    expect(notedAt()).toBe(at('07:01'));
    write(day, 'And slower', 'note-2');
    expect(notedAt()).toBeNull();
    day.when('mod', 'session.noted', { session: 'talk-1', note: 'note-2' }, { at: at('07:03') });
    expect(notedAt()).toBe(at('07:03'));
  });

  test('[T31] that was replaced or taken back is acknowledged no more', () => {
    const day = given();
    const noted = () => day.when('lov', 'session.noted', { session: 'talk-1', note: 'note-1' });
    write(day, 'Louder, please');
    write(day, 'And slower', 'note-2');
    expect(noted()).toMatchObject({ ok: false, reason: 'not-now' });
    write(day, null, 'note-3');
    expect(noted()).toMatchObject({ ok: false, reason: 'not-now' });
  });

  test('[T32] without a message the speaker says that they see their page', () => {
    const day = given();
    day.when('lov', 'session.noted', { session: 'talk-1' }, { at: at('07:30') });
    expect(day.state.tables.sessions.get('talk-1')?.speakerSawAt).toBe(at('07:30'));
    expect(viewOf(day, 'mod').sessions?.['talk-1']?.speakerSawAt).toBe('2026-04-26T07:30:00.000Z');
  });

  test.each([
    ['the speaker of another session', { ...lectern, session: 'talk-2' }],
    ['the author of a poster', { ...lectern, poster: 'poster-1' }],
    ['a lectern', lectern],
  ])('[T31, T32] %s answers for nobody', (_who, actor) => {
    const day = given();
    write(day, 'Louder, please');
    for (const data of [{ session: 'talk-1' }, { session: 'talk-1', note: 'note-1' }])
      expect(day.when(actor, 'session.noted', data)).toMatchObject({ ok: false, reason: 'not-allowed' });
  });

  test('[T33] leaves a day without one as it was', () => {
    const rows = JSON.stringify(plainState(given().state).tables.sessions);
    expect(rows).not.toContain('"note"');
    expect(rows).not.toContain('speakerSawAt');
  });
});

test('[V14] a message is read by its speaker, the lectern and the desk, and by nobody else', () => {
  const day = given();
  write(day, 'canary');
  const note = { id: 'note-1', text: 'canary', at: '2026-04-26T07:00:00.000Z', notedAt: null };
  expect(viewOf(day, 'lov').note).toEqual(note);
  for (const who of ['mod', 'org'] as const)
    expect(viewOf(day, who).sessions?.['talk-1']?.note, who).toEqual(note);
  for (const who of ['ann', 'bob', 'cat', 'pia', 'screen'] as const) {
    expect(JSON.stringify(plainView(day, who)), who).not.toContain('canary');
    expect(Object.keys(viewOf(day, who).sessions?.['talk-1'] ?? {}), who).not.toContain('speakerSawAt');
  }
  day.when('mod', 'session.start', { session: 'talk-1' }, { at: at('08:10') });
  expect(lecternView(day).note).toEqual(note);
  day.when('mod', 'session.start', { session: 'talk-2' }, { at: at('08:50') });
  expect(lecternView(day).note).toBeNull();
});

describe('[V15] a lectern is at the session', () => {
  const session = (day: Day) => lecternView(day).session?.id;

  test('that is on air, else due, else the next to come, else the last one', () => {
    const day = given({ autorun: false });
    expect(session(day)).toBe('opening');
    day.until(at('08:01'));
    day.when('mod', 'session.start', { session: 'opening' });
    day.when('mod', 'session.end', { session: 'opening' }, { at: at('08:05') });
    expect(session(day)).toBe('talk-1');
    day.when('mod', 'session.start', { session: 'talk-2' }, { at: at('08:11') });
    expect(session(day)).toBe('talk-2');
    day.when('mod', 'session.end', { session: 'talk-2' }, { at: at('08:12') });
    expect(session(day)).toBe('spotlights');
  });

  test('from morning to evening, by itself', () => {
    const day = given();
    const seen: (string | undefined)[] = [];
    for (let instant = at('07:00'); instant <= at('23:00'); instant += 60_000) {
      day.until(instant);
      if (seen.at(-1) !== session(day)) seen.push(session(day));
    }
    const programme = [...day.state.tables.sessions.values()]
      .filter(({ room }) => room === 'main' || room === null)
      .toSorted((a, b) => a.start - b.start)
      .map(({ id }) => id);
    expect(seen).toEqual(programme);
  });

  test('and reads the questions of that one only', () => {
    const day = given({ moderation: 'after' });
    const [one, two] = [day.ask('ann', 'one'), day.ask('ann', 'two', { session: 'talk-2' })];
    for (const question of [one, two]) day.when('mod', 'question.shortlist', { question, position: 1 });
    for (const [id, question] of [
      ['talk-1', one],
      ['talk-2', two],
    ] as const) {
      day.when('mod', 'session.start', { session: id });
      expect(Object.keys(lecternView(day).questions ?? {})).toEqual([question]);
      expect(lecternView(day).upNext).toEqual({ [question]: { position: 1 } });
    }
  });
});
