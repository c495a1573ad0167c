import { test as storming } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { outcomeOf } from '../../shared/log/apply.ts';
import { plainState } from '../../shared/state/plain.ts';
import { refusalCodes } from '../../shared/wire/refusal-codes.ts';
import { given } from '../world/given.ts';
import { questionIn } from './in-status.ts';
import { play, storms } from './storm.ts';

/** The names of all fields that stand anywhere in a value. */
function fieldsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([field, inner]) => [field, ...fieldsIn(inner)]);
}

/** Every text that stands anywhere in a value. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

describe('[U13] what is refused is kept as a code and facts', () => {
  storming.prop([storms], { numRuns: 20, interruptAfterTimeLimit: 10_000 })(
    'no storm leaves a sentence in the state or in what came of an entry',
    (storm) => {
      const { state, entries } = play(storm);
      const refused = plainState(state).refused.map(([, refusal]) => refusal);
      const outcomes = entries
        .filter(({ seq }) => state.refused.has(seq))
        .map((entry) => outcomeOf(state, entry));
      for (const refusal of [...refused, ...outcomes]) {
        const { reason, code }: { reason?: unknown; code?: unknown } = Object(refusal);
        expect(Object.entries(refusalCodes)).toContainEqual([code, reason]);
        expect(fieldsIn(refusal)).not.toContain('message');
        expect(textsIn(refusal).filter((text) => /^[A-Z].* .*[.!?]$/.test(text))).toEqual([]);
      }
    },
  );

  test('a move that the status does not allow says the status, whatever was meant', () => {
    const day = given();
    const question = questionIn(day, 'answered');
    expect(day.when('mod', 'question.approve', { question })).toEqual({
      ok: false,
      reason: 'not-now',
      code: 'question-status',
      now: { status: 'answered' },
    });
  });
});
