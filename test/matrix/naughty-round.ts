import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { QuestionView } from '../../shared/views/view.ts';
import { fitted, naughty } from '../world/naughty-strings.ts';
import { NaughtyDay } from './naughty-day.ts';
import { faultsOfRows, faultsOfScreen, guard, strays, type Wanted } from './naughty-looking.ts';

/** What one round of the strings does with them. */
export interface Round {
  /** Those that go onto screens one by one; each of the others is in one more field instead. */
  onScreens: ReadonlySet<string>;
  /** How far fields and the event file have turned: another number gives each string to another field. */
  turn: number;
}

/** The tests of one round: every string is asked, named and filled in somewhere, and looked at on every kind of page. */
export function readsAsText({ onScreens, turn }: Round): void {
  const day = new NaughtyDay(turn);
  const noted: string[][] = [];
  const shown: [string, string][] = [];
  let questions: Readonly<Record<string, QuestionView>> = {};
  let phone: Page;
  let desk: Page;
  let screens: Page[] = [];

  beforeAll(async () => {
    await day.open();
    const asked = await day.askAll(naughty);
    await day.fillFields(new Map([...asked].filter(([raw]) => !onScreens.has(raw))), turn);
    questions = (await day.view()).questions ?? {};
    for (const raw of onScreens) {
      const question = questions[asked.get(raw) ?? ''];
      if (question?.text) shown.push([question.id, question.text]);
    }
    const { people, app } = day;
    phone = await people.withPhone();
    desk = await people.withLaptop();
    const small = { viewport: { width: 1280, height: 720 } };
    screens = [await people.projector(), await people.projector(small), await people.projector(small)];
    for (const page of [phone, desk, ...screens]) noted.push(await guard(page, app.origins.here));
    await day.show(phone, '');
    await day.show(desk, '/desk', 'moderator');
    const [stage, overlay, lectern] = screens;
    if (!stage || !overlay || !lectern) throw new Error('Screens are missing');
    await day.show(stage, '/stage/main', 'projector', { room: 'main' });
    await day.show(overlay, '/stage/main?layout=lower-third&background=transparent', 'projector', {
      room: 'main',
    });
    await day.show(lectern, '/monitor/main', 'speaker', { room: 'main' });
  });
  afterAll(() => day.close());

  test('every string was asked, by somebody of that name', () => {
    const named = Object.values(questions).filter(({ author }) => author !== null);
    expect(named.length).toBeGreaterThan(1_000);
    expect(shown.length).toBeGreaterThan(80);
  });

  test('on a phone each question, name and reply reads as it is kept, inside of its row', async () => {
    await phone.waitForSelector('[data-question]');
    const wanted = rowsOf(questions, ['live', 'answered'], ({ reply }) => reply);
    expect(await faultsOfRows(phone, 'data-question', wanted)).toEqual([]);
    expect(await strays(phone)).toEqual([]);
  });

  test('at the desk likewise, list by list, also why something was not taken', async () => {
    await desk.locator('[data-row][data-list="live"]').first().focus();
    expect(await faultsOfRows(desk, 'data-row', rowsOf(questions, ['live']))).toEqual([]);
    await toList(desk, 'answered');
    expect(await faultsOfRows(desk, 'data-row', rowsOf(questions, ['answered']))).toEqual([]);
    await toList(desk, 'notTaken');
    const notTaken = rowsOf(questions, ['dismissed'], ({ why }) => why);
    expect(Object.keys(notTaken).length).toBeGreaterThan(100);
    expect(await faultsOfRows(desk, 'data-row', notTaken)).toEqual([]);
    expect(await strays(desk)).toEqual([]);
  });

  test('messages to the room, to the speaker and to everybody likewise', async () => {
    const [stage, overlay, lectern] = screens;
    const faults: string[] = [];
    for (const [index, [, words]] of shown.entries()) {
      const text = fitted(words, 200);
      if (index % 8 !== 0 || text === null || !stage || !overlay || !lectern) continue;
      const show = { kind: 'message', text };
      await day.send('moderator', { type: 'stage.show', room: 'main', show });
      await day.send('moderator', { type: 'session.note', session: 'talk-1', text });
      const message = await day.send('moderator', { type: 'announce', text, to: 'all' });
      const { messages, stages, sessions } = await day.view();
      const onStage = stages?.['main']?.show;
      const found = await Promise.all([
        ...[stage, overlay].map((page) =>
          faultsOfScreen(page, onStage?.kind === 'message' ? onStage.text : ''),
        ),
        faultsOfScreen(lectern, sessions?.['talk-1']?.note?.text ?? ''),
        waitForWords(phone, messages?.[message]?.text ?? ''),
      ]);
      faults.push(...found.flat());
      await day.send('moderator', { type: 'announce.end', message });
    }
    expect(faults).toEqual([]);
    for (const page of [phone, desk, ...screens]) expect(await strays(page)).toEqual([]);
  });

  test('the programme of a file that is full of them reads as it is kept', async () => {
    const { sessions = {}, event } = await day.view();
    await phone.getByRole('button', { name: 'Programme', exact: true }).click();
    const said = await phone.locator('body').evaluate((body) => body.textContent);
    const titles = Object.values(sessions).map(({ title }) => title);
    expect(titles.length).toBeGreaterThan(40);
    expect(titles.filter((title) => !said.includes(title))).toEqual([]);
    expect(said).toContain(event?.title);
    await day.send('moderator', { type: 'stage.show', room: 'main', show: { kind: 'timeline' } });
    await screens[0]?.waitForSelector('[data-scene="timeline"]');
    for (const page of [phone, desk, ...screens]) expect(await strays(page)).toEqual([]);
  });

  test('on stage, over a stream and at the lectern each stands inside of its box', {
    timeout: 180_000,
  }, async () => {
    // Long lists are drawn anew at each change of the stage: nobody looks at them now.
    for (const page of [phone, desk]) await page.goto('about:blank');
    const faults: string[] = [];
    for (const [question, text] of shown) {
      const show = { kind: 'question', question };
      await day.send('moderator', { type: 'stage.show', room: 'main', show });
      faults.push(...(await Promise.all(screens.map((page) => faultsOfScreen(page, text)))).flat());
    }
    expect(faults).toEqual([]);
    for (const page of screens) expect(await strays(page)).toEqual([]);
  });

  test('no script ran, no dialog opened, nothing was fetched from elsewhere, no policy was hurt', () => {
    expect(noted.flat()).toEqual([]);
    expect(day.people.trouble).toEqual([]);
  });
}

/** What the rows of some statuses must say: the question, the name, and one more text where it has it. */
function rowsOf(
  questions: Readonly<Record<string, QuestionView>>,
  statuses: readonly QuestionView['status'][],
  more: (question: QuestionView) => string | null | undefined = () => null,
): Record<string, Wanted> {
  return Object.fromEntries(
    Object.values(questions)
      .filter(({ status }) => statuses.includes(status))
      .map((question) => {
        const also = [question.author?.name, more(question)].filter((text) => typeof text === 'string');
        return [question.id, { text: question.text ?? '', also }];
      }),
  );
}

/** Goes on from list to list until one is there. */
async function toList(page: Page, list: string): Promise<void> {
  const row = page.locator(`[data-row][data-list="${list}"]`).first();
  for (let press = 0; press < 5 && (await row.count()) === 0; press += 1) {
    await page.keyboard.press(']');
    await row.waitFor({ timeout: 2_000 }).catch(() => null);
  }
  await row.waitFor();
}

/** Waits until a text stands somewhere on a page as it is. */
async function waitForWords(page: Page, text: string): Promise<string[]> {
  await page.waitForFunction((words) => document.body.textContent.includes(words), text, { timeout: 20_000 });
  return [];
}
