import { type Home, homeOf } from '../rundown/home.ts';
import { type Change, same, setFields } from '../state/change.ts';
import type { State } from '../state/state.ts';
import { becomesLive } from './ask.ts';
import { canShow } from './find.ts';
import { leaveShortlists, leaveStages, placeInShortlist, placeOf } from './places.ts';
import type { Place, QuestionRow } from './question.ts';

/** A kept question that is approved goes into the list of what it was kept for, and remembers where it was asked. */
export function movedHome(question: QuestionRow): Partial<QuestionRow> {
  const { session, poster } = homeOf(question);
  if (session === question.session && poster === question.poster) return {};
  return {
    session,
    poster,
    part: null,
    origin: question.origin ?? { session: question.session, poster: question.poster },
  };
}

/** The changes that take a question off stages and out of Up next into a status from which it can be restored. */
export function leaveList(
  state: State,
  id: string,
  now: number,
  fields: Pick<QuestionRow, 'status'> & { why?: string },
): Change[] {
  const question = state.tables.questions.get(id);
  if (!question) return [];
  return [
    ...leaveStages(state, question, now),
    ...leaveShortlists(state, [question]),
    ...setFields('questions', question, { ...fields, past: [...question.past, placeOf(question)] }),
  ];
}

/** The changes that bring a question back to the status, the place in Up next and what it was kept for before. */
export function stepBack(state: State, question: QuestionRow, now: number): Change[] {
  const place = lastPlace(question);
  const home = homeOf({ ...question, keptFor: place.keptFor });
  return [
    ...statusBack(state, question, now),
    ...(place.upNext === null
      ? leaveShortlists(state, [question])
      : [
          ...closedUp(state, question, home),
          ...placeInShortlist(state, { ...question, keptFor: place.keptFor }, place.upNext),
        ]),
  ];
}

/** The same without its place in Up next. */
export function statusBack(state: State, question: QuestionRow, now: number): Change[] {
  const place = lastPlace(question);
  const answeredAt = question.status === 'answered' ? null : question.answeredAt;
  return [
    ...(canShow(place) ? [] : leaveStages(state, question, now)),
    ...(place.status === 'live'
      ? becomesLive(state, question)
      : setFields('questions', question, { status: place.status })),
    ...setFields('questions', question, {
      past: question.past.slice(0, -1),
      why: null,
      keptFor: place.keptFor,
      answeredAt,
    }),
  ];
}

function lastPlace({ past }: QuestionRow): Place {
  return past.at(-1) ?? { status: 'inReview', upNext: null, keptFor: null };
}

/** The places behind a question that goes from one Up next into another: they close up. */
function closedUp(state: State, question: QuestionRow, to: Home): Change[] {
  return same(homeOf(question), to)
    ? []
    : leaveShortlists(state, [question]).filter(({ id }) => id !== question.id);
}
