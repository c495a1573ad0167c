import ICAL from 'ical.js';
import { expect, it } from 'vitest';
import { exportQuestions } from '../../server/export/questions.ts';
import type { ExportedFile } from '../../server/export/table.ts';
import { given } from '../world/given.ts';
import { at } from '../world/workshop.ts';
import { openWorld, type World } from '../world/world.ts';

/** Questions as an organiser has them after a day: named, anonymous, dangerous to a spreadsheet. */
async function filled(world: World) {
  const moderator = await world.joinAs('moderator');
  const named = await world.joinAs('attendee', { name: 'Ann Author' });
  const hidden = await world.joinAs('attendee', { name: 'Secret Sam' });
  const formula = await named.ask('=HYPERLINK("http://x.example";"click")', { anonymous: false });
  const anonymous = await hidden.ask('Does "quoting", with\ncommas, work?', { anonymous: true });
  for (const question of [formula, anonymous]) await moderator.must({ type: 'question.approve', question });
  await moderator.must({ type: 'question.answer', question: formula, on: true, reply: '+1 for that' });
  return { moderator, named, hidden };
}

it('[W7] exports questions as a table that no spreadsheet runs', async () => {
  const world = await openWorld();
  const { moderator, hidden } = await filled(world);
  const { status, headers, text } = await world.at('/export/questions.csv', { token: moderator.seat.token });
  expect(status).toBe(200);
  expect(headers['content-type']).toBe('text/csv; charset=utf-8');
  expect(headers['content-disposition']).toBe('attachment; filename="small-questions.csv"');
  expect(headers['cache-control']).toBe('no-store');
  expect(text).toContain(`"'=HYPERLINK(""http://x.example"";""click"")"`);
  expect(text).toContain("'+1 for that");
  expect(text).toContain('"Does ""quoting"", with\ncommas, work?"');
  expect(text).toContain('Ann Author');
  expect(text).not.toContain('Secret Sam');
  expect(text).not.toContain(hidden.seat.participant);
});

const textOf = ({ parts }: ExportedFile) => Buffer.concat(parts).toString();

it('[W7] says titles, and shows in text what was written and nothing made of it', async () => {
  const day = given({ moderation: 'after' });
  day.until(at('08:20'));
  day.ask('ann', '~~Struck~~ &lt;b&gt; **bold** ![x](y) <i>?');
  day.ask('ann', 'Of a part?', { session: 'spotlights', part: 'spot-2' });
  const [poster] = day.state.tables.posters.values();
  day.ask('ann', 'Of a poster?', { poster: poster?.id });
  const part = day.state.tables.sessions.get('spotlights')?.parts.find(({ id }) => id === 'spot-2')?.title;
  const json = await exportQuestions(day.state, 'json');
  expect(JSON.parse(textOf(json))).toMatchObject([{ part: null }, { part }, { session: null }]);
  const text = textOf(await exportQuestions(day.state, 'md'));
  expect(text).toContain('\\~\\~Struck\\~\\~ \\&lt;b\\&gt; \\*\\*bold\\*\\* !\\[x\\](y) \\<i\\>?');
  expect(text).toContain(`## ${poster?.title}\n`);
  expect(text).not.toContain('Without a session');
});

it('[W7] exports the same as JSON and as text, anonymous as asked', async () => {
  const world = await openWorld();
  const { moderator, hidden } = await filled(world);
  const { token } = moderator.seat;
  const json = await world.at('/export/questions.json', { token });
  expect(json.body).toEqual([
    expect.objectContaining({
      n: 1,
      author: 'Ann Author',
      status: 'answered',
      reply: '+1 for that',
      session: 'The first talk',
    }),
    expect.objectContaining({
      n: 2,
      author: null,
      status: 'live',
      askedAt: expect.stringMatching(/:00\.000Z$/),
    }),
  ]);
  const markdown = await world.at('/export/questions.md', { token });
  expect(markdown.headers['content-type']).toBe('text/markdown; charset=utf-8');
  expect(markdown.text).toContain('## The first talk');
  // A text to be read says what people read on screen.
  expect(markdown.text).toMatch(/\*\*1\*\* .*\(answered, /);
  expect(markdown.text).toMatch(/\*\*2\*\* .*\(open, /);
  for (const { text } of [json, markdown]) {
    expect(text).not.toContain('Secret Sam');
    expect(text).not.toContain(hidden.seat.participant);
  }
});

it('[W7] exports to staff alone', async () => {
  const world = await openWorld();
  const tokens = { attendee: 403, speaker: 403, projector: 403, moderator: 200, organizer: 200 };
  for (const [role, status] of Object.entries(tokens)) {
    const token = await world.sign({ role: role as keyof typeof tokens });
    expect((await world.at('/export/questions.csv', { token })).status, role).toBe(status);
  }
  expect((await world.at('/export/questions.csv')).status).toBe(401);
  expect(
    (await world.at('/export/questions.exe', { token: await world.sign({ role: 'moderator' }) })).status,
  ).toBe(404);
});

/** The events of a calendar as a calendar program reads them, by title. */
function eventsIn(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return new Map(
    calendar.getAllSubcomponents('vevent').map((component) => {
      const event = new ICAL.Event(component);
      const value = (name: string) => component.getFirstPropertyValue(name)?.toString();
      return [
        event.summary,
        {
          uid: event.uid,
          start: event.startDate.toJSDate().toISOString(),
          zone: event.startDate.zone.tzid,
          sequence: event.sequence,
          status: value('status'),
          modified: value('last-modified'),
        },
      ];
    }),
  );
}

it('[W8] gives the programme as a calendar at its expected times, in UTC, without a badge', async () => {
  const world = await openWorld({ clock: () => Date.UTC(2026, 3, 26, 8) });
  const moderator = await world.joinAs('moderator');
  const first = await world.at('/calendar.ics');
  expect(first.status).toBe(200);
  expect(first.headers['content-type']).toBe('text/calendar; charset=utf-8');
  const before = eventsIn(first.text);
  expect(before.get('The second talk')).toMatchObject({
    start: '2026-04-26T11:00:00.000Z',
    zone: 'UTC',
    sequence: 0,
    status: 'CONFIRMED',
  });
  await moderator.must({ type: 'session.move', session: 'talk-2', minutes: 15 });
  await moderator.must({ type: 'session.cancel', session: 'side-talk' });
  const after = eventsIn((await world.at('/calendar.ics')).text);
  const uids = (events: typeof after) => [...events.values()].map(({ uid }) => uid);
  expect(uids(after)).toEqual(uids(before));
  expect(after.get('The second talk')).toMatchObject({ start: '2026-04-26T11:15:00.000Z', sequence: 1 });
  expect(after.get('A talk next door')).toMatchObject({ status: 'CANCELLED', sequence: 1 });
  expect((await world.call('/api/events/nope/calendar.ics')).status).toBe(404);
});

it('[W8] asks calendar programs to look again, and changes nothing that did not change', async () => {
  const world = await openWorld({ clock: () => Date.UTC(2026, 3, 26, 8) });
  const moderator = await world.joinAs('moderator');
  const first = (await world.at('/calendar.ics')).text;
  const calendar = new ICAL.Component(ICAL.parse(first));
  expect(calendar.getFirstPropertyValue('refresh-interval')?.toString()).toBe('PT15M');
  expect(calendar.getFirstPropertyValue('x-published-ttl')?.toString()).toBe('PT15M');
  await moderator.must({ type: 'session.questions', session: 'talk-2', mode: 'closed' });
  await moderator.must({ type: 'session.move', session: 'talk-2', minutes: 15, tell: false });
  expect((await world.at('/calendar.ics')).text).toBe(first);
});

it('[W8] writes calendars as programs expect them: stamps of what happened, whole lines, escaped names', async () => {
  let now = Date.UTC(2026, 3, 20, 8);
  const world = await openWorld({ clock: () => now, title: 'Priors; and, more' });
  const moderator = await world.joinAs('moderator');
  const text = async () => (await world.at('/calendar.ics')).text;
  const stamps = async () =>
    [...(await text()).matchAll(/^DTSTAMP:(\S+)\r$/gm)].map(([, stamp]) => stamp ?? '').toSorted();
  expect(new Set(await stamps())).toEqual(new Set(['20260420T080000Z']));
  now += 3_600_000;
  await moderator.must({ type: 'session.move', session: 'talk-2', minutes: 15 });
  expect((await stamps()).at(-1)).toBe('20260420T090000Z');
  const written = await text();
  expect(written).toMatch(/END:VCALENDAR\r\n$/);
  expect(written.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(written).not.toMatch(/^(DESCRIPTION|LOCATION):\r$/m);
  expect(written).toMatch(/^X-WR-CALNAME:Priors\\; and\\, more\r$/m);
});

it('[W8] gives one session as a calendar of its own', async () => {
  const world = await openWorld();
  const one = await world.at('/sessions/talk-2/calendar.ics');
  expect([...eventsIn(one.text).keys()]).toEqual(['The second talk']);
  expect((await world.at('/sessions/nope/calendar.ics')).status).toBe(404);
});
