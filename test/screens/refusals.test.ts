import { test as storming } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { askerRefusals } from '../../client/refusals/asker.en.ts';
import { askerSentence } from '../../client/refusals/asker.ts';
import { staffRefusals } from '../../client/refusals/staff.en.ts';
import { staffSentence } from '../../client/refusals/staff.ts';
import { sentences } from '../../server/refusals/sentences.en.ts';
import { spoken } from '../../server/refusals/spoken.ts';
import { type RefusalCode, refusalCodes } from '../../shared/wire/refusal-codes.ts';
import type { SpokenRefusal } from '../../shared/wire/refusals.ts';
import { play, storms } from '../rules/storm.ts';
import { refusalFacts } from '../world/refusal-facts.ts';

/** A sentence that lacks something: a place left open, or a fact that came to nothing. */
const gap = /[{}]|undefined|null|NaN|Invalid|\s\s|\(\)|\s[.:,;]|^$/;
const codes = Object.keys(refusalCodes).filter((code): code is RefusalCode => code in refusalCodes);

function refusalOf(code: RefusalCode): SpokenRefusal {
  return spoken({ ok: false, reason: refusalCodes[code], code, ...refusalFacts[code] });
}

describe('[W54] a screen says a refusal by its code, in its own words', () => {
  it('has a sentence for every code there is', () => {
    expect(Object.keys(staffRefusals).toSorted()).toEqual(Object.keys(refusalCodes).toSorted());
    expect(Object.keys(sentences).toSorted()).toEqual(Object.keys(refusalCodes).toSorted());
  });

  it.each(codes)('%s leaves no place of its sentences open', (code) => {
    const refusal = refusalOf(code);
    expect(refusal.message).not.toMatch(gap);
    expect(staffSentence(refusal, 'Europe/Berlin')).not.toMatch(gap);
    expect(askerSentence(refusal)).not.toMatch(gap);
  });

  storming.prop([storms], { numRuns: 10, interruptAfterTimeLimit: 10_000 })(
    'whoever asks meets no code that their page does not know',
    (storm) => {
      const { state, entries } = play(storm);
      for (const { seq, by, type } of entries) {
        const refusal = state.refused.get(seq);
        if (!refusal || type === 'sample' || type === 'clock.pass') continue;
        const told = spoken({ ...refusal, ...(refusal.by && { by: { name: 'Ada' } }) });
        expect(staffSentence(told)).not.toMatch(gap);
        if (by.role === 'attendee' || by.role === 'speaker')
          expect(Object.keys(askerRefusals)).toContain(refusal.code);
      }
    },
  );

  it('says name, status, time and number', () => {
    expect(staffSentence(refusalOf('colleague-changed'))).toBe(
      'Ada has just changed this. Look again, then repeat it.',
    );
    expect(staffSentence(refusalOf('undo-changed-by'))).toContain('A colleague has changed this since');
    expect(askerSentence(refusalOf('question-status'))).toBe('This question is withdrawn by its author now.');
    expect(staffSentence(refusalOf('session-not-due'), 'America/Sao_Paulo')).toContain('09:05');
    expect(staffSentence(refusalOf('correction-too-far'))).toContain('12 hours');
    expect(askerSentence(refusalOf('too-many-guesses'))).toContain('2 minutes');
  });

  it('says in the server’s English what only a newer server knows', () => {
    const refusal = { ...refusalOf('question-closed'), code: 'poll-full', message: 'This poll is full.' };
    expect([askerSentence(refusal), staffSentence(refusal)]).toEqual([
      'This poll is full.',
      'This poll is full.',
    ]);
  });
});
