import { expect, it } from 'vitest';
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

it('[W8] gives the programme as a calendar at its expected times, without a badge', async () => {
  const world = await openWorld({ clock: () => Date.UTC(2026, 3, 26, 8) });
  const moderator = await world.joinAs('moderator');
  const before = await world.at('/calendar.ics');
  expect(before.status).toBe(200);
  expect(before.headers['content-type']).toBe('text/calendar; charset=utf-8');
  const events = (text: string) =>
    text
      .split('BEGIN:VEVENT')
      .slice(1)
      .map(
        (event) =>
          new Map(
            event
              .split('\r\n')
              .map((line) => [line.split(/[:;]/)[0] ?? '', line.split(':').slice(1).join(':')]),
          ),
      );
  expect(before.text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n[\s\S]*\r\nEND:VCALENDAR(\r\n)?$/);
  expect(events(before.text).map((event) => [event.get('SUMMARY'), event.get('DTSTART')])).toContainEqual([
    'The second talk',
    '20260426T110000Z',
  ]);
  await moderator.must({ type: 'session.move', session: 'talk-2', minutes: 15 });
  await moderator.must({ type: 'session.cancel', session: 'side-talk' });
  const after = events((await world.at('/calendar.ics')).text);
  expect(after.map((event) => event.get('UID'))).toEqual(
    events(before.text).map((event) => event.get('UID')),
  );
  expect(after.find((event) => event.get('SUMMARY') === 'The second talk')?.get('DTSTART')).toBe(
    '20260426T111500Z',
  );
  expect(after.find((event) => event.get('SUMMARY') === 'A talk next door')?.get('STATUS')).toBe('CANCELLED');
  expect((await world.call('/api/events/nope/calendar.ics')).status).toBe(404);
});
