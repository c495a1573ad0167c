import { expect, test } from 'vitest';
import { textOf } from '../../shared/state/state.ts';
import { openWorld } from '../world/world.ts';

const fileOf = (slug: string, more: object = {}) => ({
  backrow: 1,
  slug,
  title: 'A new day',
  timezone: 'America/Sao_Paulo',
  sessions: [{ id: 'one', kind: 'talk', title: 'One', start: '2031-05-11 09:00', minutes: 40 }],
  ...more,
});

async function send(url: string, body: string | Uint8Array<ArrayBuffer>, token?: string) {
  const response = await fetch(url, {
    method: 'POST',
    body,
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
  });
  const answer: Record<string, unknown> = await response.json();
  return { status: response.status, answer, cookie: response.headers.get('set-cookie') };
}

async function installationToken(
  world: Awaited<ReturnType<typeof openWorld>>,
  at = world.slug,
): Promise<string> {
  const invite = await world.invite({ role: 'organizer', event: '*', id: 'invite-of-all' });
  const { answer } = await send(`${world.origin}/api/events/${at}/redeem`, JSON.stringify({ invite }));
  return String(answer['token']);
}

test('[W40] the organizer of the installation makes an event of a file; nobody else does', async () => {
  const world = await openWorld();
  const url = `${world.origin}/api/events`;
  const file = JSON.stringify(fileOf('new-day'));
  expect(await send(url, file)).toMatchObject({ status: 401, answer: { reason: 'no-badge' } });
  const own = await world.joinAs('organizer');
  expect(await send(url, file, own.seat.token)).toMatchObject({
    status: 403,
    answer: { reason: 'not-allowed' },
  });
  const token = await installationToken(world);
  const made = await send(url, file, token);
  expect(made).toMatchObject({ status: 201, answer: { slug: 'new-day', warnings: [] } });
  expect(made.cookie).toContain('badge.new-day.organizer=');
  const list = await world.call('/api/events');
  expect(list.body).toEqual(expect.arrayContaining([expect.objectContaining({ slug: 'new-day' })]));
  expect(await send(url, file, token)).toMatchObject({
    status: 409,
    answer: { reason: 'conflict', of: 'slug' },
  });
  const joined = await send(`${url}/new-day/join`, JSON.stringify({ attendance: 'remote' }));
  expect(joined.status).toBe(201);
});

test('[W40] on an installation without events the invite opens the installation itself', async () => {
  const world = await openWorld();
  const token = await installationToken(world, '*');
  const yaml =
    'backrow: 1\nslug: first\ntitle: First\ntimezone: UTC\nsessions:\n  - {kind: talk, title: One, start: 2031-05-11 09:00, minutes: 40}\n';
  expect(await send(`${world.origin}/api/events`, yaml, token)).toMatchObject({
    status: 201,
    answer: { slug: 'first' },
  });
  const other = await world.invite({ role: 'organizer', id: 'invite-of-one' });
  expect(await send(`${world.origin}/api/events/*/redeem`, JSON.stringify({ invite: other }))).toMatchObject({
    status: 403,
  });
});

test('[W40] errors come with path and line, and nothing is stored', async () => {
  const world = await openWorld();
  const token = await installationToken(world);
  const bad =
    'backrow: 1\nslug: bad\ntitle: Bad\ntimezone: UTC\nsessions:\n  - {kind: talk, title: One, start: tomorrow, minutes: 40}\n';
  const { status, answer } = await send(`${world.origin}/api/events`, bad, token);
  expect({ status, answer }).toMatchObject({
    status: 422,
    answer: {
      reason: 'import',
      issues: [{ path: 'sessions[0].start', line: 6 }],
    },
  });
  expect(await world.app.events.store.list()).toEqual([world.slug]);
  const huge = await send(`${world.origin}/api/events`, new Uint8Array(6_000_000), token);
  expect(huge).toMatchObject({
    status: 413,
    answer: { reason: 'too-large', message: expect.stringContaining('6 MB') },
  });
  const bomb = await send(`${world.origin}/api/events`, '['.repeat(1_000_000), token);
  expect(bomb).toMatchObject({
    status: 422,
    answer: { issues: [{ message: expect.stringContaining('nested') }] },
  });
  expect((await world.call('/healthz')).status).toBe(200);
});

test('[F60] a file that names no zone is read in that of the event it changes, and a new event is asked for one', async () => {
  const world = await openWorld({ timezone: 'America/Sao_Paulo' });
  const table = 'Date,Start,Minutes,Title\n2031-05-11,09:00,30,A late addition\n';
  const organizer = await world.joinAs('organizer');
  const dry = `${world.origin}/api/events/${world.slug}/import?dry=1`;
  const { status, answer } = await send(dry, table, organizer.seat.token);
  expect({ status, answer }).toMatchObject({
    status: 200,
    answer: {
      report: { warnings: expect.arrayContaining([expect.objectContaining({ path: 'timezone' })]) },
      difference: { added: [{ title: 'A late addition', start: '2031-05-11T12:00:00.000Z' }] },
    },
  });
  expect(await send(`${world.origin}/api/events`, table, await installationToken(world))).toMatchObject({
    status: 422,
    answer: { issues: [{ path: 'timezone' }] },
  });
});

test('[W40] a file is looked at session by session, each with what was said of it, and the event takes its name', async () => {
  const world = await openWorld();
  const token = await installationToken(world);
  const table =
    'Date,Start,End,Title,Room,Speaker,Type\n2031-05-11,09:00,09:40,Retrieval,Aula A,Ada Lovelace,Klatsch\n';
  const beside = 'timezone=Europe/Lisbon&slug=named&title=Failing%20well';
  const url = `${world.origin}/api/events?${beside}`;
  expect(await send(`${url}&dry=1&rows=1`, table, token)).toMatchObject({
    status: 200,
    answer: {
      rows: [
        {
          title: 'Retrieval',
          kind: 'talk',
          start: '2031-05-11T08:00:00.000Z',
          end: '2031-05-11T08:40:00.000Z',
          room: 'Aula A',
          speakers: ['Ada Lovelace'],
          line: 2,
          notes: ['The type "Klatsch" of "Retrieval" tells no kind of session; its title does.'],
        },
      ],
    },
  });
  expect(await send(url, table, token)).toMatchObject({ status: 201, answer: { slug: 'named' } });
  expect(world.app.events.list().find(({ event }) => event.slug === 'named')?.event.title).toBe(
    'Failing well',
  );
});

test('[W40] of a file that is laid over an event each session is shown as it comes to be', async () => {
  const world = await openWorld();
  const { token } = (await world.joinAs('organizer')).seat;
  const url = `${world.origin}/api/events/${world.slug}`;
  const known = await fetch(`${url}/programme`, { headers: { authorization: `Bearer ${token}` } });
  const { file }: { file: { sessions: object[] } } = await known.json();
  const corrected = {
    ...{ id: 'together', title: 'An hour together', kind: 'panel', start: '2031-05-11T09:00', minutes: 60 },
    speakers: [{ name: 'Ada Lovelace' }],
  };
  const sessions = [...file.sessions, corrected];
  expect(await send(`${url}/import`, JSON.stringify({ ...file, sessions }), token)).toMatchObject({
    status: 200,
  });
  const table =
    'Date,Start,Minutes,Title\n2031-05-11,09:00,50,An hour together\n2031-05-11,10:00,30,New here\n';
  expect(await send(`${url}/import?dry=1&rows=1`, table, token)).toMatchObject({
    status: 200,
    answer: {
      rows: [
        { title: 'An hour together', kind: 'panel', speakers: ['Ada Lovelace'] },
        { title: 'New here', kind: 'talk', speakers: [] },
      ],
    },
  });
});

test('[W41] an import says what it would change before it changes anything, and loses no question', async () => {
  const world = await openWorld();
  const organizer = await world.joinAs('organizer');
  const ada = await world.joinAs('attendee', { name: 'Ada' });
  await ada.ask('Will this survive?', { session: 'side-talk' });
  const url = `${world.origin}/api/events/${world.slug}`;
  const known = await fetch(`${url}/programme`, {
    headers: { authorization: `Bearer ${organizer.seat.token}` },
  });
  const { file, seq }: { file: { sessions: { id: string; title: string }[] }; seq: number } =
    await known.json();
  const changed = {
    ...file,
    sessions: file.sessions
      .filter(({ id }) => id !== 'side-talk')
      .map((session) => (session.id === 'talk-1' ? { ...session, title: 'Another title' } : session)),
  };
  const body = JSON.stringify(changed);
  const dry = await send(`${url}/import?dry=1`, body, organizer.seat.token);
  expect(dry).toMatchObject({
    status: 200,
    answer: {
      applied: false,
      difference: {
        changed: [
          { id: 'talk-1', fields: [{ field: 'title', before: 'The first talk', after: 'Another title' }] },
        ],
        added: [],
        removed: [{ id: 'side-talk', questions: 1 }],
      },
    },
  });
  expect(world.running().live.state.tables.sessions.get('talk-1')?.title).toBe('The first talk');
  const applied = await send(`${url}/import?seen=${seq}`, body, organizer.seat.token);
  expect(applied).toMatchObject({ status: 200, answer: { applied: true } });
  const { tables, staff } = world.running().live.state;
  expect(tables.sessions.get('talk-1')?.title).toBe('Another title');
  expect([...tables.questions.values()]).toMatchObject([{ session: null }]);
  expect([...staff.values()].at(-1)).toMatchObject({
    type: 'programme.apply',
    by: organizer.seat.participant,
  });
});

test('[W41] what another organizer changed meanwhile is a conflict, and only organizers import', async () => {
  const world = await openWorld();
  const [one, other] = [await world.joinAs('organizer'), await world.joinAs('organizer', { name: 'Olga' })];
  const url = `${world.origin}/api/events/${world.slug}`;
  const { file, seq }: { file: { sessions: { title: string }[] }; seq: number } = await (
    await fetch(`${url}/programme`, { headers: { authorization: `Bearer ${one.seat.token}` } })
  ).json();
  const titled = (title: string) =>
    JSON.stringify({
      ...file,
      sessions: file.sessions.map((session, index) => (index === 0 ? { ...session, title } : session)),
    });
  expect((await send(`${url}/import?seen=${seq}`, titled('By Olga'), other.seat.token)).status).toBe(200);
  expect(await send(`${url}/import?seen=${seq}`, titled('By me'), one.seat.token)).toMatchObject({
    status: 409,
    answer: { reason: 'conflict', by: { name: 'Olga' } },
  });
  const moderator = await world.joinAs('moderator');
  expect(await send(`${url}/import`, titled('x'), moderator.seat.token)).toMatchObject({ status: 403 });
  expect(await send(`${url}/import`, titled('x'))).toMatchObject({ status: 401 });
});

test('[P9] [W40] [W41] an organizer is called by their badge’s name, whatever brings them into the log', async () => {
  const world = await openWorld();
  const participant = crypto.randomUUID();
  const token = await world.sign({ role: 'organizer', participant, name: 'Olga', installation: true });
  const called = (slug: string) => {
    const { state } = world.running(slug).live;
    return textOf(state, state.tables.participants.get(participant)?.name ?? null);
  };
  const url = `${world.origin}/api/events`;
  const table = 'Date,Start,Minutes,Title,Room\n2031-05-11,09:00,40,Imported talk,Main hall\n';
  expect(await send(`${url}/${world.slug}/import?timezone=UTC`, table, token)).toMatchObject({ status: 200 });
  expect(called(world.slug)).toBe('Olga');
  expect(await send(url, JSON.stringify(fileOf('made')), token)).toMatchObject({ status: 201 });
  expect(called('made')).toBe('Olga');
});

test('[W41] a foreign schedule brings its sessions and leaves what it cannot say', async () => {
  const world = await openWorld();
  const organizer = await world.joinAs('organizer');
  const url = `${world.origin}/api/events/${world.slug}/import`;
  const table = 'Date,Start,Minutes,Title,Room\n2031-05-11,09:00,40,Imported talk,Main hall\n';
  const { status, answer } = await send(`${url}?timezone=Europe/Berlin`, table, organizer.seat.token);
  expect({ status, answer }).toMatchObject({
    status: 200,
    answer: {
      format: 'table',
      report: { sessions: 1, of: 1 },
      difference: { added: [{ title: 'Imported talk' }] },
    },
  });
  const { tables } = world.running().live.state;
  expect(tables.event.get('event')).toMatchObject({
    title: 'A small event',
    code: 'KLM4',
    timezone: 'Europe/Berlin',
  });
});

test('[F63] a zone that there is none of is refused by itself; the file is not blamed', async () => {
  const world = await openWorld();
  const token = await installationToken(world);
  const csv = 'Date,Start,End,Title\n2031-05-11,09:00,09:40,One\n';
  const { status, answer } = await send(
    `${world.origin}/api/events?slug=new-day&title=New&timezone=new+yo`,
    csv,
    token,
  );
  const { issues } = answer as { issues: { path: string; message: string }[] };
  expect({ status, paths: issues.map(({ path }) => path) }).toEqual({ status: 422, paths: ['timezone'] });
  expect(issues[0]?.message).toContain('"new yo" is not a time zone.');
});
