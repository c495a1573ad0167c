import { expect, it } from 'vitest';
import { openWorld } from '../world/world.ts';

const note = (session: string, text: string | null) => ({ type: 'session.note', session, text });

it('[W32] a lectern follows its room through its sessions, with their questions, Up next and messages', async () => {
  const world = await openWorld({ policy: { moderation: 'after', autorun: false } });
  const moderator = await world.joinAs('moderator');
  const attendee = await world.joinAs('attendee');
  const lectern = await world.joinAs('speaker', { scope: { room: 'main' } });
  const aside = await world.joinAs('speaker', { scope: { room: 'side' } });
  expect([lectern.view.session?.id, aside.view.session?.id]).toEqual(['talk-1', 'side-talk']);
  const asked = new Map<string, string>();
  for (const session of ['talk-1', 'talk-2', 'posters']) {
    const id = await attendee.ask(`Of ${session}?`, { session });
    asked.set(session, id);
    await moderator.must({ type: 'question.shortlist', question: id, position: 1 });
    await moderator.must(note(session, `To ${session}`));
  }
  for (const [session, id] of asked) {
    await moderator.must({ type: 'session.start', session });
    await lectern.until(
      () => lectern.view.session?.id === session && lectern.view.session.status === 'onAir',
    );
    await lectern.until(() => lectern.view.note?.text === `To ${session}`);
    expect(Object.keys(lectern.view.questions ?? {})).toEqual([id]);
    expect(lectern.view.upNext).toEqual({ [id]: { position: 1 } });
  }
  const seen = structuredClone(lectern.view);
  const fresh = await world.joinAs('speaker', { scope: { room: 'main' } });
  for (const name of ['session', 'questions', 'upNext', 'note', 'stage', 'sessions'] as const)
    expect([name, seen[name]]).toEqual([name, fresh.view[name]]);
  expect(lectern.gaps).toBe(0);
  expect(aside.view.session?.id).toBe('side-talk');
  expect(aside.bytes).not.toContain('To talk-1');
});

it('[W32] a lectern that was away comes back to where its room is', async () => {
  const world = await openWorld({ policy: { moderation: 'after', autorun: false } });
  const moderator = await world.joinAs('moderator');
  const attendee = await world.joinAs('attendee');
  const [first, second] = [await attendee.ask('One?'), await attendee.ask('Two?', { session: 'talk-2' })];
  const lectern = await world.joinAs('speaker', { scope: { room: 'main' } });
  expect(Object.keys(lectern.view.questions ?? {})).toEqual([first]);
  lectern.drop();
  await moderator.must({ type: 'session.start', session: 'talk-2' });
  await lectern.back();
  expect(lectern.view.session?.id).toBe('talk-2');
  expect(Object.keys(lectern.view.questions ?? {})).toEqual([second]);
});

it('[W33] a message reaches the speaker’s page and the lectern within 500 ms, its acknowledgement the desk', async () => {
  const world = await openWorld();
  const moderator = await world.joinAs('moderator');
  const speaker = await world.joinAs('speaker', { scope: { session: 'talk-1' } });
  const lectern = await world.joinAs('speaker', { scope: { room: 'main' } });
  const other = await world.joinAs('speaker', { scope: { session: 'talk-2' } });
  const began = performance.now();
  await moderator.must(note('talk-1', '  Five more minutes  '));
  for (const member of [speaker, lectern])
    await member.until(() => member.view.note?.text === 'Five more minutes');
  expect(performance.now() - began).toBeLessThan(500);
  const id = speaker.view.note?.id;
  const noted = { type: 'session.noted', session: 'talk-1', note: id };
  for (const member of [lectern, other])
    expect(await member.send(noted)).toMatchObject({ ok: false, reason: 'not-allowed' });
  await speaker.must(noted);
  await moderator.until(() => moderator.view.sessions?.['talk-1']?.note?.notedAt != null);
  await lectern.until(() => lectern.view.note?.notedAt != null);
  await speaker.must({ type: 'session.noted', session: 'talk-1' });
  await moderator.until(() => moderator.view.sessions?.['talk-1']?.speakerSawAt != null);
  await moderator.must(note('talk-1', null));
  for (const member of [speaker, lectern]) await member.until(() => member.view.note === null);
  expect(other.bytes).not.toContain('Five more');
});

it('[W33] takes messages of 1 to 200 characters', async () => {
  const world = await openWorld();
  const moderator = await world.joinAs('moderator');
  for (const text of ['', '   ', 'x'.repeat(201), '\u0007', 7])
    expect(await moderator.send({ type: 'session.note', session: 'talk-1', text })).toMatchObject({
      ok: false,
      reason: 'malformed',
    });
  expect(await moderator.send(note('talk-1', ` ${'x'.repeat(200)} `))).toMatchObject({ ok: true });
});
