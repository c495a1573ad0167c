import { expect, test } from 'vitest';
import { importedSchema } from '../../shared/wire/import.ts';
import { openWorld } from '../world/world.ts';

const head = 'Date,Start,Minutes,Title,Room,Speaker,Type';

/** An event of one talk with a question, and what the import of a table into it answers. */
async function askedTalk() {
  const world = await openWorld();
  const organizer = await world.joinAs('organizer');
  const send = async (rows: readonly string[], query: string) => {
    const response = await fetch(
      `${world.origin}/api/events/${world.slug}/import?timezone=UTC&rows=1&${query}`,
      {
        method: 'POST',
        body: [head, ...rows.map((row) => `2031-05-11,${row}`), ''].join('\n'),
        headers: { authorization: `Bearer ${organizer.seat.token}`, 'content-type': 'text/csv' },
      },
    );
    const answer: unknown = await response.json();
    return { status: response.status, answer };
  };
  const was = ['09:00,30,Keynote,A,Ada Lovelace,talk'];
  const first = await send(was, 'removeOnAir=talk-1');
  expect(first).toMatchObject({ status: 200 });
  const ada = await world.joinAs('attendee', { name: 'Ada' });
  const question = await ada.ask('Will this survive?', { session: 'keynote' });
  const sessionOf = () => world.running().live.state.tables.questions.get(question)?.session;
  const isThere = (id: string) => world.running().live.state.tables.sessions.get(id)?.removed === false;
  return { send, sessionOf, isThere };
}

test('[F62] a session that gets other people and another title keeps its questions where that was answered', async () => {
  const { send, isThere, sessionOf } = await askedTalk();
  const now = ['09:00,30,Failing well,A,Grace Hopper,talk'];
  const looked = importedSchema.parse((await send(now, 'dry=1')).answer);
  const was = { id: 'keynote', title: 'Keynote', questions: 1 };
  expect(looked.renamed).toMatchObject([{ id: 'failing-well', title: 'Failing well', was, same: false }]);
  expect(looked.difference.removed).toMatchObject([{ id: 'keynote', questions: 1 }]);
  const yes = 'same=failing-well:keynote';
  const again = importedSchema.parse((await send(now, `dry=1&${yes}`)).answer);
  expect(again.renamed).toMatchObject([{ id: 'failing-well', title: 'Failing well', was, same: true }]);
  expect(again.difference).toMatchObject({ removed: [], added: [], changed: [{ id: 'keynote' }] });
  expect(await send(now, yes)).toMatchObject({ status: 200, answer: { applied: true } });
  expect([isThere('keynote'), isThere('failing-well'), sessionOf()]).toEqual([true, false, 'keynote']);
});

test('[F62] one that was taken for renamed is new where that was answered; what names nothing is refused', async () => {
  const { send, isThere } = await askedTalk();
  const now = ['09:00,30,Failing well,A,Ada Lovelace,talk'];
  const looked = importedSchema.parse((await send(now, 'dry=1')).answer);
  expect(looked.renamed).toMatchObject([{ id: 'failing-well', was: { id: 'keynote' }, same: true }]);
  expect(await send(now, 'same=other:keynote')).toMatchObject({
    status: 422,
    answer: { reason: 'import', issues: [{ path: 'same' }] },
  });
  expect(await send(now, 'same=failing-well')).toMatchObject({ status: 400 });
  expect(await send(now, 'same=failing-well:')).toMatchObject({ status: 200 });
  expect(isThere('failing-well')).toBe(true);
});

test('[F53] a field too many and a type that was not understood are said at their rows', async () => {
  const { send } = await askedTalk();
  const rows = ['09:00,30,Keynote,A,Ada Lovelace,talk,extra words', '10:00,30,Other,A,Wei Zhang,Fireside'];
  const looked = importedSchema.parse((await send(rows, 'dry=1')).answer);
  const notes = (looked.rows ?? []).map(({ line, notes }) => ({ line, notes: notes.join(' ') }));
  expect(notes).toEqual([
    { line: 2, notes: expect.stringContaining('extra words') },
    { line: 3, notes: expect.stringContaining('Fireside') },
  ]);
});

test('[F64] a row that cannot be read removes no session, and the import says so; read, it is what it was', async () => {
  const { send, isThere } = await askedTalk();
  const other = '10:00,30,Second,A,Grace Hopper,talk';
  const broken = 'Key, note,09:00,30,A,Ada Lovelace,talk';
  const looked = importedSchema.parse((await send([broken, other], 'dry=1')).answer);
  expect(looked.report.skipped[0]?.why).toContain('The row has 8 cells, and there are 7 columns');
  expect(looked.difference).toMatchObject({ removed: [], added: [{ title: 'Second' }] });
  expect(looked.report.warnings[0]?.message).toContain('kept as they are: "Keynote".');
  expect(looked.report.warnings.map(({ path }) => path)).not.toContain('title');
  expect(await send([broken, other], '')).toMatchObject({ status: 200 });
  expect(isThere('keynote')).toBe(true);
  expect(await send([other], '')).toMatchObject({ status: 200 });
  expect(isThere('keynote')).toBe(false);
});

test('[F64] what stands in its place takes the place of a session that may be what could not be read', async () => {
  const { send } = await askedTalk();
  const instead = '09:10,30,Quite another,A,Grace Hopper,talk';
  const looked = importedSchema.parse((await send([instead, ',,No time,A,,talk'], 'dry=1')).answer);
  expect(looked.difference).toMatchObject({
    removed: [{ id: 'keynote' }],
    added: [{ title: 'Quite another' }],
  });
});
