import { describe, expect, test } from 'vitest';
import { demoEvent } from '../../../server/programme/demo/demo.ts';
import { demoQuestionId } from '../../../server/programme/demo/script.ts';
import { draftOf } from '../../../server/socket/to-entry.ts';
import { apply } from '../../../shared/log/apply.ts';
import type { Draft } from '../../../shared/log/entry.ts';
import { model } from '../../../shared/model.ts';
import { supporters } from '../../../shared/questions/find.ts';
import { questionStatuses } from '../../../shared/questions/question.ts';
import { initialState } from '../../../shared/state/model.ts';

const minute = 60_000;
const nows = [
  '2026-11-22T14:05:31.250Z',
  '2026-01-01T00:00:00.000Z',
  '2026-06-15T02:59:59.999Z',
  '2026-06-15T03:00:00.000Z',
  '2026-06-15T03:17:30.000Z',
  '2026-06-15T03:18:00.000Z',
  '2028-02-29T23:59:30.000Z',
].map((instant) => Date.parse(instant));

function play(now: number) {
  const { programme, script } = demoEvent(now);
  const state = initialState(model);
  const begun = (script[0]?.at ?? now) - 1;
  const server: Draft<'programme.apply'> = {
    type: 'programme.apply',
    data: { programme },
    at: begun,
    id: 'demo',
    rules: 1,
    by: { participant: 'server', role: 'server' },
  };
  const refused: unknown[] = [];
  apply(state, { ...server, seq: 1 });
  for (const [index, { at, by, command }] of script.entries()) {
    const { participant, role, name, attendance } = by;
    const made = draftOf(model, command, {
      by: { participant, role, person: { name, attendance } },
      at,
      state: null,
      markKey: 'test',
    });
    if (!made.ok) throw new Error(JSON.stringify(made.issues));
    const { outcome } = apply(state, { ...made.draft, seq: index + 2 });
    if (!outcome.ok) refused.push({ command, outcome });
  }
  return { programme, script, state, refused };
}

describe('the demo', () => {
  test.each(nows)(
    '[F18] Invited Talk 2 began 18 minutes before %d, and its plan lies on the minute',
    (now) => {
      const { programme, state } = play(now);
      const planned = programme.sessions.find(({ id }) => id === 'talk-2')?.start ?? 0;
      expect(state.tables.sessions.get('talk-2')?.startedAt).toBe(now - 18 * minute);
      expect(planned % minute).toBe(0);
      expect(now - 18 * minute - planned).toBeGreaterThanOrEqual(0);
      expect(now - 18 * minute - planned).toBeLessThan(minute);
      expect(programme.timezone).toBe('America/Sao_Paulo');
      expect(programme.endsAt - programme.startsAt).toBe(540 * minute);
    },
  );

  test.each(nows)('[F18] the rules accept every step, in order and none of it after %d', (now) => {
    const { script, refused } = play(now);
    expect(refused).toEqual([]);
    const instants = script.map(({ at }) => at);
    expect(instants).toEqual(instants.toSorted((a, b) => a - b));
    expect(instants.at(-1)).toBeLessThanOrEqual(now);
    expect(instants.every(Number.isInteger)).toBe(true);
  });

  test('[F18] there are questions in every state, and nothing is on the stage', () => {
    const { state } = play(nows[0] ?? 0);
    const questions = [...state.tables.questions.values()];
    expect(new Set(questions.map(({ status }) => status))).toEqual(new Set(questionStatuses));
    expect(questions.filter(({ status }) => status === 'inReview')).toHaveLength(4);
    expect(questions.filter(({ upNext }) => upNext !== null).map(({ upNext }) => upNext)).toEqual([1, 2]);
    expect(questions.filter(({ by }) => by === null)).toHaveLength(1);
    expect(
      questions.some(({ anonymous }) => anonymous) &&
        questions.some(({ anonymous, by }) => !anonymous && by !== null),
    ).toBe(true);
    expect(new Set(questions.map(({ attendance }) => attendance))).toEqual(new Set(['inRoom', 'remote']));
    expect([...state.tables.stages.values()].map(({ show }) => show)).toEqual([{ kind: 'auto' }]);
  });

  test('[F18] the questions of the talk on air differ in their support', () => {
    const { state } = play(nows[0] ?? 0);
    const live = [...state.tables.questions.values()].filter(
      ({ status, session }) => status === 'live' && session === 'talk-2',
    );
    const counts = live.map((question) => supporters(state, question).size);
    expect(counts.length).toBeGreaterThanOrEqual(6);
    expect(new Set(counts).size).toBe(counts.length);
    expect(Math.max(...counts)).toBe(23);
  });

  test('[F18] merging the question about the scratchpad unites the supporters', () => {
    const { state } = play(nows[0] ?? 0);
    const target = state.tables.questions.get(demoQuestionId('steps'));
    expect(target && supporters(state, target).size).toBeGreaterThan(11);
  });

  test('[F18] every text says that it is part of the demo, and so does the title', () => {
    const { programme, script } = demoEvent(nows[0] ?? 0);
    expect(programme).toMatchObject({ slug: 'demo', title: expect.stringMatching(/\(demo\)$/) });
    const texts = script.flatMap(({ command }) =>
      'text' in command ? [command.text ?? ''] : 'reply' in command ? [command.reply ?? ''] : [],
    );
    expect(texts.length).toBeGreaterThan(16);
    for (const text of texts) expect(text).toMatch(/ ?\(demo\)$/);
    expect(programme.code).not.toBe('KLM4');
  });

  test('[F18] whoever asks under a name keeps it', () => {
    const { state } = play(nows[0] ?? 0);
    const named = [...state.tables.questions.values()].filter(
      ({ anonymous, by }) => !anonymous && by !== null,
    );
    expect(named).toHaveLength(5);
    for (const { by } of named) expect(state.tables.participants.get(by ?? '')?.name).not.toBeNull();
  });

  test('[F18] the same moment gives the same demo', () => {
    expect(demoEvent(nows[1] ?? 0)).toEqual(demoEvent(nows[1] ?? 0));
  });
});
