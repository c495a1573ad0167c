import { describe, expect, it } from 'vitest';
import { cleanText } from '../../server/socket/text.ts';
import { invitedSchema } from '../../shared/wire/http.ts';
import { fitted, halves, naughty } from '../world/naughty-strings.ts';
import { openWorld } from '../world/world.ts';

/** A command for each text field that somebody fills, around the text. */
const fields: Readonly<
  Record<string, (text: string, question: string) => { type: string; [field: string]: unknown }>
> = {
  'a question': (text) => ({ type: 'question.ask', session: 'talk-1', text }),
  'a question spoken in the room': (text) => ({ type: 'question.log', session: 'talk-1', text }),
  'the screen version': (screen, question) => ({ type: 'question.edit', question, screen }),
  'a reply': (reply, question) => ({ type: 'question.answer', question, on: true, reply }),
  'why it is not taken': (why, question) => ({ type: 'question.dismiss', question, why }),
  'a label': (label, question) => ({ type: 'question.label', question, labels: [label] }),
  'why it is reported': (why, question) => ({ type: 'report', question, why }),
  'an announcement': (text) => ({ type: 'announce', to: 'all', text }),
  'a message on the screen': (text) => ({
    type: 'stage.show',
    room: 'main',
    show: { kind: 'message', text },
  }),
  'a message to the speaker': (text) => ({ type: 'session.note', session: 'talk-1', text }),
  'a display’s name': (name) => ({ type: 'display.set', display: 'main/screen-1', name }),
};

describe('[W27] half a character is refused with a sentence', () => {
  it.each(Object.entries(fields))('in %s', async (_, command) => {
    const world = await openWorld({ policy: { moderation: 'after' } });
    const moderator = await world.joinAs('moderator');
    const question = await moderator.ask('Is it about this?');
    for (const half of halves) {
      const outcome = await moderator.send(command(half, question));
      expect(outcome).toMatchObject({
        ok: false,
        reason: 'malformed',
        issues: [{ message: expect.stringContaining('half a character') }],
      });
    }
  });

  it('in the name of somebody who joins, and of somebody who is invited', async () => {
    const world = await openWorld();
    const organizer = await world.joinAs('organizer');
    for (const name of halves) {
      const joined = await world.at('/join', { body: { attendance: 'remote', name } });
      expect([joined.status, joined.body]).toEqual([
        400,
        expect.objectContaining({ reason: 'malformed', issues: expect.any(Array) }),
      ]);
      const invited = await world.at('/invites', {
        token: organizer.seat.token,
        body: { role: 'moderator', name },
      });
      expect([invited.status, invited.body]).toEqual([400, expect.objectContaining({ reason: 'malformed' })]);
    }
  });

  it('and what only turns other words around is taken out of both', async () => {
    const world = await openWorld();
    const organizer = await world.joinAs('organizer');
    const body = { attendance: 'remote', name: '\u202eAda\0' };
    expect((await world.at('/join', { body })).body).toMatchObject({ participant: { name: 'Ada' } });
    const invited = invitedSchema.parse(
      (
        await world.at('/invites', {
          token: organizer.seat.token,
          body: { role: 'moderator', name: 'B\u2066en' },
        })
      ).body,
    );
    const redeemed = await world.at('/redeem', { body: { invite: invited.invite } });
    expect(redeemed.body).toMatchObject({ participant: { name: 'Ben' } });
  });
});

it('[W27] what is kept of any text has no control or direction characters, and cleaning it again changes nothing', () => {
  for (const raw of naughty) {
    const text = fitted(raw, 300);
    if (text === null) continue;
    const once = cleanText(text);
    if (!once.ok) throw new Error(`${JSON.stringify(text)}: ${once.message}`);
    expect(once.text).not.toMatch(/(?![\t\n])\p{Cc}|[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/u);
    expect(once.text).not.toMatch(/\p{M}{5}/u);
    expect(cleanText(once.text)).toEqual(once);
  }
});

it.each(['\u3164', '\u2800 \u2800', '\uffa0\n\u115f', '\u200d\u200c'])(
  '[W27] text with nothing to see is empty (%j)',
  (raw) => expect(cleanText(raw)).toMatchObject({ ok: true, text: '' }),
);
