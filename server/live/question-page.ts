import { asAsked, byTarget } from '../../shared/questions/indexes.ts';
import { type QuestionRow, questionStatuses } from '../../shared/questions/question.ts';
import { homeOf } from '../../shared/rundown/home.ts';
import { inRank, placeIn, type Ranked } from '../../shared/state/indexes.ts';
import type { State } from '../../shared/state/state.ts';
import type { ViewContext } from '../../shared/views/context.ts';
import { staffQuestion } from '../../shared/views/questions.ts';
import { type Filters, isFiltering, passing } from '../../shared/views/search.ts';
import { type QuestionPage, type QuestionQuery, questionPageLimit } from '../../shared/wire/questions.ts';
import { inSlices } from '../slices.ts';

/**
 * [W90] A page of the questions of an event, by when they were asked. `context` gives what is so at the moment: others go on
 * while thousands are searched.
 */
export async function questionPage(context: () => ViewContext, query: QuestionQuery): Promise<QuestionPage> {
  const { limit = questionPageLimit, before, after } = query;
  const { state } = context();
  const candidates = candidatesOf(state, query);
  const may = asked(query);
  const found = await inSlices(candidates.length, (places) => {
    const now = context();
    return places.flatMap((place) => {
      const candidate = candidates[place];
      const question = candidate && now.state.tables.questions.get(candidate.id);
      return question && may(now, question) ? [candidate] : [];
    });
  });
  const all = found.flat();
  const cursor = rankedOf(state, after ?? before);
  const at = cursor === null ? null : placeIn(all, cursor);
  const rest =
    after !== undefined || query.order === 'oldest'
      ? all.slice(at ?? 0).filter(({ id }) => id !== after)
      : all.slice(0, at ?? all.length).reverse();
  const now = context();
  const rows = rest.slice(0, limit).flatMap(({ id }) => now.state.tables.questions.get(id) ?? []);
  return {
    seq: now.state.seq,
    questions: rows.map((question) => staffQuestion(now, question)),
    total: all.length,
    more: rest.length > limit,
  };
}

/** The questions that are named, or have one of the statuses that are asked for: the oldest first. */
function candidatesOf(state: State, { status, ids }: QuestionQuery): readonly Ranked[] {
  if (ids) return ids.flatMap((id) => rankedOf(state, id) ?? []).sort(inRank);
  const rows = state.indexes.inRank(asAsked);
  const [only, ...others] = [...new Set(status ?? questionStatuses)].map((each) => rows.get(each) ?? []);
  return others.length === 0 ? [...(only ?? [])] : [...(only ?? []), ...others.flat()].sort(inRank);
}

/** Whether a question is one of those that are asked for: what costs little is looked at first. */
function asked(query: QuestionQuery): (context: ViewContext, question: QuestionRow) => boolean {
  const { status, session, into } = query;
  const filters: Filters = {
    words: query.search ?? '',
    attendance: query.attendance ?? null,
    label: query.label ?? null,
    flagged: query.flagged !== undefined,
    asker: query.asker ?? null,
  };
  const passes = isFiltering(filters) ? passing(filters) : null;
  return (context, question) =>
    (status === undefined || status.includes(question.status)) &&
    (session === undefined || question.session === session || homeOf(question).session === session) &&
    (into === undefined || context.state.indexes.of(byTarget).get(into)?.has(question.id) === true) &&
    (passes === null || passes(staffQuestion(context, question)));
}

function rankedOf({ tables }: State, id: string | undefined): Ranked | null {
  const question = id === undefined ? undefined : tables.questions.get(id);
  return question ? { id: question.id, rank: question.askedAt } : null;
}
