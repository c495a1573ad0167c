// Commands on their way: one id, any number of tries, one outcome.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Outbox } from '../../client/connection/outbox.ts';
import type { Command } from '../../shared/log/command.ts';
import { model } from '../../shared/model.ts';

type Answer = (problem: unknown, outcome: unknown) => void;
const command: Command = { id: '00000000-0000-4000-8000-000000000001', type: 'programme.tell' };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function line() {
  const sent: Command[] = [];
  const answers: Answer[] = [];
  const wire = { up: true };
  const outbox = new Outbox((each, _within, answer) => {
    if (!wire.up) return;
    sent.push(each);
    answers.push(answer);
  });
  return { outbox, sent, answers, wire };
}

it('waits for a connection and sends then', async () => {
  const { outbox, sent, answers, wire } = line();
  wire.up = false;
  const outcome = outbox.submit(command);
  expect(sent).toEqual([]);
  wire.up = true;
  outbox.resend();
  answers[0]?.(null, { ok: true, seq: 4 });
  expect(await outcome).toEqual({ ok: true, seq: 4 });
});

it('sends the same id again where no answer came', async () => {
  const { outbox, sent, answers } = line();
  const outcome = outbox.submit(command);
  answers[0]?.(new Error('timeout'), undefined);
  expect(sent.map(({ id }) => id)).toEqual([command.id, command.id]);
  answers[1]?.(null, { ok: true, seq: 5 });
  answers[0]?.(null, { ok: true, seq: 9 });
  expect(await outcome).toEqual({ ok: true, seq: 5 });
});

it('takes a refusal, also `unavailable`, for an outcome', async () => {
  const { outbox, sent, answers } = line();
  const outcome = outbox.submit(command);
  answers[0]?.(null, { ok: false, reason: 'unavailable', code: 'not-stored', message: 'The disk is full.' });
  expect(await outcome).toMatchObject({ ok: false, reason: 'unavailable' });
  outbox.resend();
  expect(sent).toHaveLength(1);
});

it('gives up after the time it was given', async () => {
  const { outbox, wire } = line();
  wire.up = false;
  const outcome = outbox.submit(command, 3_000);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(await outcome).toMatchObject({ ok: false, reason: 'unavailable' });
});

it('does not send for ever to a server whose answer it cannot read', async () => {
  const { outbox, sent, answers } = line();
  const outcome = outbox.submit(command);
  answers[0]?.(null, { hello: 'world' });
  expect(await outcome).toMatchObject({ ok: false, reason: 'unavailable' });
  expect(sent).toHaveLength(1);
});

it('[W80] offers again what was taken in the last 15 minutes, in its order and under its ids, and nothing older', async () => {
  const { outbox, sent, answers } = line();
  const numbered = (n: number): Command => ({ ...command, id: `00000000-0000-4000-8000-00000000000${n}` });
  const taken = async (n: number, outcome: object) => {
    const settled = outbox.submit(numbered(n));
    answers.at(-1)?.(null, outcome);
    await settled;
  };
  await taken(1, { ok: true, seq: 1 });
  vi.advanceTimersByTime(16 * 60_000);
  await taken(2, { ok: true, seq: 2 });
  await taken(3, { ok: false, reason: 'not-now', code: 'question-closed', message: 'Closed.' });
  await taken(4, { ok: true, seq: 3 });
  sent.length = 0;
  const ids = () => sent.map(({ id }) => id);
  const offering = outbox.offer();
  expect(ids()).toEqual([numbered(2).id]);
  // Too fast: it waits as long as it is told, and nothing overtakes it.
  answers.at(-1)?.(null, {
    ok: false,
    reason: 'too-fast',
    code: 'too-fast',
    message: '',
    retryAfterMs: 3_000,
  });
  await vi.advanceTimersByTimeAsync(2_900);
  expect(ids()).toEqual([numbered(2).id]);
  await vi.advanceTimersByTimeAsync(200);
  answers.at(-1)?.(null, { ok: true, seq: 2 });
  await vi.advanceTimersByTimeAsync(0);
  expect(ids()).toEqual([numbered(2).id, numbered(2).id, numbered(4).id]);
  // Lost on the way: it is sent again when there is a connection again.
  outbox.resend();
  answers.at(-1)?.(null, { ok: true, seq: 3 });
  await offering;
  expect(ids().slice(2)).toEqual([numbered(4).id, numbered(4).id]);
});

it('outlasts the page with what an attendee said of questions and upvotes, and with nothing that the staff does', () => {
  const durable = model.kinds.filter(({ durable }) => durable).map(({ type }) => type);
  expect(durable.toSorted()).toEqual(['question.ask', 'question.upvote']);
});
