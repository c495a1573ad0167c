import type { QuestionStatus } from './question.ts';

/** Whatever has not left for good. */
const anywhere = ['inReview', 'live', 'answered', 'kept', 'dismissed', 'archived', 'merged'] as const;

/**
 * From which statuses what can be done with a question: the contract's table of moves, asked by the rules that decide them
 * and by every screen that offers them.
 */
const moves = {
  approve: ['inReview', 'dismissed', 'kept', 'archived'],
  dismiss: ['inReview', 'live'],
  archive: ['inReview', 'live'],
  restore: ['dismissed', 'kept', 'archived', 'answered'],
  show: ['live', 'answered', 'kept'],
  answer: ['live', 'kept'],
  upNext: ['live', 'kept'],
  keep: ['inReview', 'live', 'answered', 'kept'],
  merge: ['inReview', 'live', 'kept'],
  mergeInto: ['live', 'inReview', 'answered'],
  unmerge: ['merged'],
  withdraw: ['inReview', 'live', 'kept'],
  move: anywhere,
  edit: anywhere,
  label: [...anywhere, 'withdrawn'],
  reply: [...anywhere, 'withdrawn'],
} as const satisfies Record<string, readonly QuestionStatus[]>;

/** Something that can be done with a question in some of its statuses. */
export type Move = keyof typeof moves;

/** Whether a question of this status can be brought so. */
export function allows(move: Move, status: QuestionStatus): boolean {
  return moves[move].some((known) => known === status);
}
