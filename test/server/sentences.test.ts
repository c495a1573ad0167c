import { test as storming } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { sentences } from '../../server/refusals/sentences.en.ts';
import { sentenceOf, spoken } from '../../server/refusals/spoken.ts';
import { type RefusalCode, refusalCodes } from '../../shared/wire/refusal-codes.ts';
import { play, storms } from '../rules/storm.ts';
import { refusalFacts } from '../world/refusal-facts.ts';
import { openWorld } from '../world/world.ts';

const codes = Object.keys(refusalCodes).filter((code): code is RefusalCode => code in refusalCodes);

describe('[W53] a refusal is spoken in English as it is sent', () => {
  it('has one sentence for each code, and none for anything else', () => {
    expect(Object.keys(sentences).toSorted()).toEqual(Object.keys(refusalCodes).toSorted());
    for (const code of codes) {
      const sentence = sentenceOf({ ok: false, reason: refusalCodes[code], code, ...refusalFacts[code] });
      expect([code, sentence.trim()]).toEqual([code, sentence]);
      expect(sentence, code).not.toBe('');
    }
  });

  storming.prop([storms], { numRuns: 10, interruptAfterTimeLimit: 10_000 })(
    'leaves no place of a sentence empty, whatever a rule refuses',
    (storm) => {
      for (const refusal of play(storm).state.refused.values())
        expect(sentenceOf(refusal)).not.toMatch(/[{}]|undefined|null|\s\s|\(\)/);
    },
  );

  it('says the facts in words', () => {
    expect(
      spoken({ ok: false, reason: 'not-now', code: 'question-status', now: { status: 'kept' } }),
    ).toEqual({
      ok: false,
      reason: 'not-now',
      code: 'question-status',
      message: 'This question is kept for later; that cannot be done with it now.',
      now: { status: 'kept' },
    });
    const ada = { ok: false, reason: 'conflict', code: 'colleague-changed', by: { name: 'Ada' } } as const;
    expect(sentenceOf(ada)).toBe('Ada has just changed this.');
    expect(sentenceOf({ ...ada, by: { name: null } })).toBe('A colleague has just changed this.');
  });

  it('says it over the socket, over HTTP and at the handshake alike', async () => {
    const world = await openWorld();
    const moderator = await world.joinAs('moderator');
    const command = { type: 'question.approve', question: crypto.randomUUID() };
    const said = {
      ok: false,
      reason: 'unknown',
      code: 'question-unknown',
      message: 'There is no such question.',
    };
    expect(await moderator.send(command)).toEqual(said);
    const body = { id: crypto.randomUUID(), ...command };
    expect((await world.at('/commands', { token: moderator.seat.token, body })).body).toEqual(said);
    const join = { body: { attendance: 'inRoom' } };
    expect((await world.call('/api/events/nope/join', join)).body).toEqual({
      ok: false,
      reason: 'unknown',
      code: 'event-unknown',
      message: 'There is no such event.',
    });
  });
});
