import type { QuestionRow } from '../../shared/questions/question.ts';
import { putRow } from '../../shared/state/commit.ts';
import type { State } from '../../shared/state/state.ts';

/** Puts so many questions into a state, made after one that is there: each with voters, one in fifty merged into another. */
export function crowd(state: State, pattern: QuestionRow, count: number): void {
  const text = pattern.text ?? '';
  for (let number = 1; number <= count; number += 1) {
    const id = `00000000-0000-4000-8000-${`${number}`.padStart(12, '0')}`;
    const merged = number > 1 && number % 50 === 0;
    const digest = `${text}-${number}`;
    const words = `Question ${number}, which has about as many words as people usually write?`;
    state.bodies.set(digest, { text: words, owner: 'crowd' });
    putRow(state, 'questions', id, {
      ...pattern,
      id,
      n: number,
      text: digest,
      status: merged ? 'merged' : 'live',
      mergedInto: merged ? `00000000-0000-4000-8000-${`${number - 1}`.padStart(12, '0')}` : null,
      voters: new Set(Array.from({ length: number % 7 }, (_, voter) => `voter ${voter}`)),
    });
  }
}
