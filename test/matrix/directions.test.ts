// Texts of right-to-left scripts on every screen: each takes its own direction, and pulls nothing round it along.
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { movedDay } from '../journeys/day.ts';
import { goTo } from '../journeys/looking.ts';

/** Long enough for a page on a busy machine; milliseconds. */
const patience = 30_000;
const question = 'ما هو دور C++ هنا؟ (سؤال مهم)!';
const name = 'د. ليلى (Layla) العمري';

/** What is wrong with the right-to-left texts of a page: drawn from left to right, or standing bare in a sentence. */
function faultsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const script = /[\u0590-\u08ff]/;
    const faults: string[] = [];
    const rectOf = (node: Node, at: number) => {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      return range.getBoundingClientRect();
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent ?? '';
      const parent = node.parentElement;
      if (!script.test(text) || !parent || parent.closest('script, style')) continue;
      // What begins in this script reads from right to left: its first letter stands to the right of its last sign.
      const first = text.search(script);
      if (parent.closest('option, select')) {
        if (!text.includes('\u2068')) faults.push(`bare option: ${text}`);
        continue;
      }
      if (text.includes('\u2068')) continue;
      const own = getComputedStyle(parent).unicodeBidi;
      if (own !== 'plaintext' && own !== 'isolate') faults.push(`no own direction: ${text}`);
      if (/[A-Za-z]/.test(text.slice(0, first))) continue;
      const last = text.trimEnd().length - 1;
      const [one, other] = [rectOf(node, first), rectOf(node, last)];
      const inOneLine = Math.abs(one.top - other.top) < one.height / 2 && one.width > 0 && other.width > 0;
      if (last > first && inOneLine && one.left < other.left) faults.push(`drawn the wrong way: ${text}`);
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]'))
      for (const attribute of ['aria-label', 'title', 'placeholder', 'alt']) {
        const value = element.getAttribute(attribute) ?? '';
        if (script.test(value) && !value.includes('\u2068')) faults.push(`bare ${attribute}: ${value}`);
      }
    if (script.test(document.title) && !document.title.includes('\u2068')) faults.push(`bare page title`);
    for (const field of document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea'))
      if (script.test(field.value) && getComputedStyle(field).direction !== 'rtl')
        faults.push(`field: ${field.value}`);
    return faults;
  });
}

describe('right-to-left texts', () => {
  const day = movedDay('rtl-day.yaml', '2031-04-26T12:14:00Z');
  let phone: Page;
  let desk: Page;
  const field = () => phone.getByRole('textbox', { name: 'Your question', exact: true });

  const moderate = async (command: { type: string; [field: string]: unknown }) => {
    const outcome: unknown = await desk.evaluate(
      async ([path, body]) => {
        const headers = { 'content-type': 'application/json' };
        const answer = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
        return answer.json();
      },
      [`/api/events/${day.slug}/commands?as=moderator`, { id: randomUUID(), ...command }] as const,
    );
    expect(outcome).toMatchObject({ ok: true });
  };
  const asked = () => [...(day.app.events.get(day.slug)?.live.state.tables.questions.values() ?? [])];
  const stands = (page: Page, text: string) =>
    page.getByText(text).first().waitFor({ state: 'attached', timeout: patience });

  beforeAll(async () => {
    phone = await day.people.withPhone();
    await phone.goto(`${day.app.origins.here}/e/${day.slug}`);
    await phone.getByRole('button', { name: /about you/ }).waitFor({ timeout: patience });
    const answer = await phone.evaluate(
      async ([path, body]) => {
        const headers = { 'content-type': 'application/json' };
        return (await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) })).status;
      },
      [`/api/events/${day.slug}/join`, { name, attendance: 'remote' }] as const,
    );
    expect(answer).toBe(201);
    desk = await day.show(await day.people.withLaptop(), '/desk', 'moderator');
    await desk.getByRole('heading', { name: 'To review' }).first().waitFor({ timeout: patience });
  });

  test('[X6] of a phone: the field, its own question, the list, what is on and the programme', async () => {
    await phone.getByLabel('Show', { exact: true }).selectOption('talk-1');
    await field().fill(question);
    expect(await faultsOf(phone)).toEqual([]);
    await day.picture(phone, 'rtl-1-phone-typing');
    await phone.getByRole('button', { name: 'Send' }).click();
    await expect.poll(() => asked().length, { timeout: patience }).toBe(1);
    const [first] = asked();
    await moderate({ type: 'question.answer', question: first?.id, on: false, reply: 'نعم، C++ مهم (جدا)!' });
    await moderate({ type: 'announce', text: 'الغداء في Room 3 (الطابق 2)!', to: 'all' });
    await moderate({ type: 'stage.show', room: 'main', show: { kind: 'question', question: first?.id } });
    await stands(phone, 'الغداء في');
    await phone.getByRole('region', { name: 'On screen now' }).first().waitFor({ timeout: patience });
    expect(await faultsOf(phone)).toEqual([]);
    await day.picture(phone, 'rtl-2-phone-now');
    await phone.getByRole('button', { name: 'Programme', exact: true }).click();
    await stands(phone, 'نقاش حول');
    expect(await faultsOf(phone)).toEqual([]);
    await day.picture(phone, 'rtl-3-phone-programme');
  });

  test('[X6] of the stage, the lectern and the speaker’s page', async () => {
    const stage = await day.show(await day.people.projector(), '/stage/main', 'projector', { room: 'main' });
    await stands(stage, 'ما هو دور');
    await stands(stage, 'ليلى');
    expect(await faultsOf(stage)).toEqual([]);
    await day.picture(stage, 'rtl-4-stage-question');
    for (const kind of ['auto', 'timeline', 'timer', 'join', 'test'] as const) {
      await moderate({ type: 'stage.show', room: 'main', show: { kind } });
      await stage.getByText('ما هو دور').first().waitFor({ state: 'detached', timeout: patience });
      await stands(stage, kind === 'auto' || kind === 'timer' ? 'محاضرة عن' : 'مؤتمر');
      expect(await faultsOf(stage), kind).toEqual([]);
      await day.picture(stage, `rtl-5-stage-${kind}`);
    }
    await moderate({ type: 'session.note', session: 'talk-1', text: 'رسالة إلى Layla (عاجل)!' });
    const lectern = await day.show(await day.people.withLaptop(), '/monitor/main', 'speaker', {
      room: 'main',
    });
    const speaker = await day.show(await day.people.withPhone(), '/speaker/talk-1', 'speaker', {
      session: 'talk-1',
    });
    for (const page of [lectern, speaker]) {
      await stands(page, 'رسالة إلى');
      expect(await faultsOf(page)).toEqual([]);
    }
    await day.picture(lectern, 'rtl-6-lectern');
    await day.picture(speaker, 'rtl-7-speaker');
  });

  test('[X6] of the desk and the organiser’s page', async () => {
    await stands(desk, 'ما هو دور');
    expect(await faultsOf(desk)).toEqual([]);
    await day.picture(desk, 'rtl-8-desk');
    const organizer = await day.show(await day.people.withLaptop(), '/admin', 'organizer');
    await goTo(organizer, 'Programme');
    await stands(organizer, 'محاضرة عن');
    expect(await faultsOf(organizer)).toEqual([]);
    await day.picture(organizer, 'rtl-9-organizer');
  });
});
