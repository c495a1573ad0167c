import { describe, expect, test } from 'vitest';
import type { Applied } from '../../shared/log/apply.ts';
import { type Day, given } from '../world/given.ts';
import { questionIn } from './in-status.ts';

/** The words of a day that are kept, of those that begin like a mark that only one test uses. */
const kept = (day: Day) =>
  [...day.state.bodies.values()].flatMap(({ text }) => (text.startsWith('canary') ? [text] : []));

/** The digests that the entries of a day let go of from now on. */
function watchGone(day: Day): string[] {
  const gone: string[] = [];
  day.onApplied((_entry, applied: Applied) => gone.push(...applied.gone.texts.map(({ digest }) => digest)));
  return gone;
}

const measured = { units: 1 };

describe('[U14] a text that was replaced', () => {
  test('by its author is gone at once', () => {
    const day = given();
    const question = day.ask('ann', 'canary one');
    const gone = watchGone(day);
    day.when('ann', 'question.edit', { question, text: '#canary two', measured });
    expect(kept(day)).toEqual(['canary two']);
    expect(gone).toEqual(['#canary one']);
  });

  test('by the staff stays as long as an undo can bring it back, and goes with the next', () => {
    const day = given();
    const question = questionIn(day, 'live');
    const write = (screen: string) => day.when('mod', 'question.edit', { question, screen, measured });
    write('#canary one');
    write('#canary two');
    expect(kept(day)).toEqual(['canary one', 'canary two']);
    expect(day.when('mod', 'undo', { seq: day.state.seq })).toMatchObject({ ok: true });
    expect(day.state.tables.questions.get(question)?.screen).toBe('#canary one');
    expect(day.when('mod', 'undo', { seq: day.state.seq })).toMatchObject({ ok: true });
    expect(day.state.tables.questions.get(question)?.screen).toBe('#canary two');
    const gone = watchGone(day);
    write('#canary three');
    expect(kept(day)).toEqual(['canary two', 'canary three']);
    expect(gone).toEqual(['#canary one']);
    expect(day.when('mod', 'undo', { seq: day.state.seq })).toMatchObject({ ok: true });
    expect(day.state.tables.questions.get(question)?.screen).toBe('#canary two');
  });

  test.each(['question.label', 'session.note', 'stage.show', 'display.set'] as const)(
    'so does that of %s',
    (type) => {
      const day = given();
      const question = questionIn(day, 'live');
      const write = {
        'question.label': (text: string) => day.when('mod', 'question.label', { question, labels: [text] }),
        'session.note': (text: string) => day.when('mod', 'session.note', { session: 'talk-1', text }),
        'stage.show': (text: string) =>
          day.when('mod', 'stage.show', { room: 'main', show: { kind: 'message', text } }),
        'display.set': (name: string) => day.when('mod', 'display.set', { display: 'main/wall', name }),
      }[type];
      for (const text of ['#canary one', '#canary two', '#canary three']) write(text);
      expect(kept(day)).toEqual(['canary two', 'canary three']);
    },
  );

  test('of an entry that is refused in the log’s order is kept nowhere', () => {
    const day = given();
    const question = questionIn(day, 'withdrawn');
    const gone = watchGone(day);
    expect(day.when('ann', 'question.edit', { question, text: '#canary', measured })).toMatchObject({
      ok: false,
    });
    expect(kept(day)).toEqual([]);
    expect(gone).toContain('#canary');
  });
});

test('[P2] an erased person takes with them whatever they wrote, wherever it stands', () => {
  const day = given();
  const question = questionIn(day, 'live');
  const other = day.ask('bob', 'Why?');
  day.when('mod', 'question.label', { question, labels: ['#canary label'] });
  day.when('mod', 'question.edit', { question, screen: '#of its asker', measured });
  day.when('mod', 'question.dismiss', { question: other, why: '#canary why' });
  day.when('mod', 'report', { question, why: '#canary report' });
  day.when('mod', 'announce', { text: '#canary announcement', to: 'all' });
  day.when('mod', 'session.note', { session: 'talk-1', text: '#canary note' });
  day.when('mod', 'stage.show', { room: 'main', show: { kind: 'message', text: '#canary message' } });
  day.when('mod', 'display.set', { display: 'main/wall', name: '#canary wall' });
  day.when('mod', 'question.answer', { question, on: true, reply: '#canary reply' });
  day.when('mod', 'question.log', { session: 'talk-1', text: '#canary spoken', measured });
  day.when('mod', 'invite.make', { role: 'moderator', name: '#canary invite', through: null });
  day.when('mod', 'participant.describe', { name: '#canary name' });
  expect(kept(day)).toHaveLength(11);
  day.when('org', 'participant.erase', { participant: 'mod' });
  expect(kept(day)).toEqual([]);
  expect([...day.state.bodies.values()].map(({ text }) => text)).toContain('of its asker');
  expect(day.state.tables.participants.get('mod')?.erasedSeq).toBe(day.state.seq);
});
