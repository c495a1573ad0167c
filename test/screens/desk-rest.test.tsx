// @vitest-environment happy-dom
// A desk of an event with more questions than it holds: what it says of the others, and how it comes to them.
import { randomUUID } from 'node:crypto';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { questionQueryOf } from '../../server/http/question-routes.ts';
import { questionPage } from '../../server/live/question-page.ts';
import { deskWindow } from '../../shared/views/desk-window.ts';
import { contextNow } from '../rules/viewing.ts';
import { type Day, given } from '../world/given.ts';
import type { OpenScreen } from '../world/open-screen.tsx';
import { at } from '../world/workshop.ts';
import { Hands } from './desk-hands.ts';
import { openDesk } from './pages.tsx';

/** Answers what a desk asks of its questions, as a server of this day would; gives the queries so far. */
function answerPages(day: Day): URLSearchParams[] {
  const asked: URLSearchParams[] = [];
  vi.stubGlobal('fetch', async (path: string) => {
    const { pathname, searchParams } = new URL(path, 'http://desk.example');
    expect(pathname).toBe('/api/events/workshop/questions');
    asked.push(searchParams);
    const query = questionQueryOf({ query: Object.fromEntries(searchParams) });
    if (!query.ok) throw new Error(JSON.stringify(query));
    return Response.json(await questionPage(() => contextNow(day), query.value));
  });
  onTestFinished(() => void vi.unstubAllGlobals());
  return asked;
}

/** A desk during talk 1, of which so many questions wait. */
async function flooded(count: number) {
  const day = given();
  const ids = Array.from({ length: count }, (_, index) =>
    day.ask('ann', `Question ${index}?`, { id: randomUUID(), at: at('08:12') + index }),
  );
  day.until(at('08:20'));
  const asked = answerPages(day);
  const desk = await openDesk(day);
  return { day, ids, asked, desk, hands: new Hands(desk) };
}

/** Types into the search field, and waits until the server had its turn. */
async function search(desk: OpenScreen, words: string): Promise<void> {
  await desk.keys('/');
  await desk.keys(words);
  await desk.pass(1_000);
}

/** How many rows a list says to have, in whatever part they are drawn. */
function rowsOf(list: string): number {
  const row = document.querySelector(`[data-list="${list}"] li`);
  return Number(row?.getAttribute('aria-setsize') ?? 0);
}

describe('[M11] a desk with more questions than it holds', () => {
  test('says how many wait, and reads on by a press without moving a row', async () => {
    const { desk } = await flooded(deskWindow.waiting + 130);
    expect(desk.text).toContain(`To review ${deskWindow.waiting + 130}`);
    expect(rowsOf('waiting')).toBe(deskWindow.waiting);
    const first = document.querySelector('[data-list="waiting"] li')?.textContent;
    await desk.press(desk.page.getByRole('button', { name: 'Show more (130)' }));
    await desk.pass(100);
    expect(rowsOf('waiting')).toBe(deskWindow.waiting + 100);
    await desk.press(desk.page.getByRole('button', { name: 'Show more (30)' }));
    await desk.pass(100);
    expect(rowsOf('waiting')).toBe(deskWindow.waiting + 130);
    expect(desk.page.queryByRole('button', { name: /Show more/ })).toBeNull();
    expect(document.querySelector('[data-list="waiting"] li')?.textContent).toBe(first);
  });

  test('finds what it does not hold, by the words that it looks for itself', async () => {
    const { desk, hands, day, ids } = await flooded(deskWindow.waiting + 30);
    const last = ids.at(-1) ?? '';
    await search(desk, `question ${ids.length - 1}`);
    expect(rowsOf('waiting')).toBe(1);
    await hands.goTo('waiting', `Question ${ids.length - 1}?`);
    await hands.press('a');
    expect(day.state.tables.questions.get(last)?.status).toBe('live');
  });

  test('asks nothing of the server while it holds everything', async () => {
    const { desk, asked } = await flooded(20);
    await search(desk, 'question 19');
    expect(rowsOf('waiting')).toBe(1);
    expect(asked).toEqual([]);
  });

  test('what it turned down keeps its row and its words, though it is among the last no longer', async () => {
    const { desk, hands, day, ids } = await flooded(deskWindow.left + 20);
    for (const question of ids.slice(10)) day.when('mia', 'question.dismiss', { question, why: 'same' });
    await desk.look();
    await hands.goTo('waiting', 'Question 3?');
    day.when('mia', 'question.dismiss', { question: ids[3] ?? '', why: 'same' });
    await desk.look();
    await desk.pass(2_000);
    expect(hands.row('waiting', 'Question 3?').element.textContent).toContain('Declined');
    expect(desk.text).toContain('To review 9');
  });
});
