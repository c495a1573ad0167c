import { expect, it } from 'vitest';
import { exportAudit } from '../../server/export/audit.ts';
import { calendarOf } from '../../server/export/calendar.ts';
import { exportQuestions } from '../../server/export/questions.ts';
import { openWorld, type World } from '../world/world.ts';
import { crowd } from './crowded.ts';
import { pausesOf, told } from './pauses.ts';

/** The longest pause that an export may make, in milliseconds. */
const mostPause = 50;

/** A world whose event holds 50,000 questions. */
async function crowdedWorld() {
  const world = await openWorld({ policy: { moderation: 'after' } });
  const attendee = await world.joinAs('attendee');
  const moderator = await world.joinAs('moderator');
  const id = await attendee.ask('The pattern of all?');
  const { state } = world.running().live;
  const pattern = state.tables.questions.get(id);
  if (!pattern) throw new Error('The question is not there');
  crowd(state, pattern, 50_000);
  return { world, state, token: moderator.seat.token };
}

it('[W64] exports 50,000 questions in pauses of at most 50 ms, in every format', async () => {
  const { state, world, token } = await crowdedWorld();
  // Once before, so that no pause is that of a program which is compiled.
  await exportQuestions(state, 'csv');
  for (const format of ['csv', 'json', 'md', 'xlsx'] as const) {
    const pauses = await pausesOf(() => exportQuestions(state, format));
    console.log(told(`questions.${format}`, pauses));
    expect.soft(pauses.longest, format).toBeLessThanOrEqual(mostPause);
  }
  const pauses = await pausesOf(() => bytesOf(world, token));
  console.log(told('questions.csv over HTTP, with its reader in this process', pauses));
  expect.soft(pauses.longest).toBeLessThanOrEqual(mostPause);
  expect(pauses.value).toBeGreaterThan(5_000_000);
});

/** How many bytes the questions are as CSV, over HTTP, read and thrown away. */
async function bytesOf(world: World, token: string): Promise<number> {
  const response = await fetch(`${world.origin}/api/events/${world.slug}/export/questions.csv`, {
    headers: { authorization: `Bearer ${token}` },
  });
  let bytes = 0;
  for await (const part of response.body ?? []) bytes += part.length;
  return bytes;
}

it('[W64] exports 20,000 entries of the audit in pauses of at most 50 ms, in every format', async () => {
  const { state } = await crowdedWorld();
  const [question] = state.tables.questions.keys();
  for (let seq = 1; seq <= 20_000; seq += 1)
    state.staff.set(seq, {
      ...{ seq, type: 'question.approve', by: 'mod', at: seq, undoneBy: null },
      changes: [{ of: 'questions', id: question ?? '', field: 'status', before: 'inReview', after: 'live' }],
    });
  await exportAudit(state, 'csv');
  for (const format of ['csv', 'json', 'xlsx'] as const) {
    const pauses = await pausesOf(() => exportAudit(state, format));
    console.log(told(`audit.${format}`, pauses));
    expect.soft(pauses.longest, format).toBeLessThanOrEqual(mostPause);
  }
});

it('[W64] writes a calendar of 1,000 sessions in pauses of at most 50 ms', async () => {
  const { state } = await crowdedWorld();
  const [session] = state.tables.sessions.values();
  for (let number = 1; session && number <= 1_000; number += 1)
    state.tables.sessions.set(`more-${number}`, {
      ...session,
      id: `more-${number}`,
      title: `Talk ${number}`,
    });
  await calendarOf(state, 'https://example.org/j/KLM4');
  const pauses = await pausesOf(() => calendarOf(state, 'https://example.org/j/KLM4'));
  console.log(told('calendar.ics', pauses));
  expect(pauses.longest).toBeLessThanOrEqual(mostPause);
});
