import { homeOf } from '../rundown/home.ts';
import { indexBy, indexByMember, indexInOrder } from '../state/indexes.ts';
import { askerOf, isHidden, type QuestionRow } from './question.ts';
import { isTaken } from './taken.ts';

/** Questions by the participant who asked. */
export const byAuthor = indexBy('questions', ({ by }) => by);

/** Questions by the participants who support them. */
export const byVoter = indexByMember('questions', 'voters');

/** Questions by the one that they were merged into. */
export const byTarget = indexBy('questions', ({ status, mergedInto }) =>
  status === 'merged' ? mergedInto : null,
);

/** Questions by the session of which they were asked, or to which they were moved. */
export const bySession = indexBy('questions', ({ session }) => session);

/** Questions by status, and by `status/session` (`status/` without one), as they were asked: the oldest first. */
export const asAsked = indexInOrder(
  'questions',
  ({ status, session }) => [status, `${status}/${session ?? ''}`],
  ({ askedAt }) => askedAt,
);

/** Questions that the staff prepared and that nobody else knows of, by `of all` and by their session. */
export const hidden = indexBy('questions', (question) =>
  isHidden(question) ? ['of all', `session/${question.session ?? ''}`] : null,
);

/** Questions in an Up next, by `upNextOf`. */
export const inUpNext = indexBy('questions', (question) =>
  question.upNext === null ? null : upNextOf(question),
);

/** Which Up next is a question's: that of one session, or of one poster. */
export function upNextOf(question: Pick<QuestionRow, 'session' | 'poster' | 'keptFor'>): string {
  const { session, poster } = homeOf(question);
  return `${session ?? ''}/${poster ?? ''}`;
}

/** Questions that were taken, by the session where they belong and where their asker is: `session/attendance`. */
export const takenAt = indexBy('questions', (question) => {
  const { session } = homeOf(question);
  return session !== null && isTaken(question) ? `${session}/${question.attendance}` : null;
});

/** Questions that have their number, by the mark of their asker; what has none was never in the list. */
export const byKnownAsker = indexBy('questions', (question) =>
  question.n === null ? null : (askerOf(question) ?? ''),
);

/** Questions by the digests of the texts that they show. */
export const byText = indexBy('questions', ({ text, screen, reply, why, labels }) =>
  [text, screen, reply, why, ...labels].filter((digest) => digest !== null),
);

/** Reports that nobody has dealt with, by their question. */
export const byReported = indexBy('reports', ({ question, resolved }) => (resolved ? null : question));
