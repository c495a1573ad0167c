import { rootOf, supporters } from '../questions/finding.ts';
import type { QuestionRow } from '../questions/question.ts';
import { type State, textOf } from '../state/state.ts';
import { iso } from '../wire/instant.ts';
import type { Own, Scene, Viewer } from './lens.ts';
import { authorOf, collects } from './rows.ts';
import type { MeView, QuestionView } from './view.ts';

/** Milliseconds in a minute: to this anonymous questions' times are cut outside the desk. */
const minute = 60_000;

/** A question as everybody reads it. */
export function publicQuestion(scene: Scene, question: QuestionRow): QuestionView {
  const { state } = scene;
  const hidden = collects(scene, question);
  return {
    id: question.id,
    n: question.n,
    session: question.session,
    poster: question.poster,
    part: question.part,
    to: question.to,
    text: textOf(state, question.screen ?? question.text),
    author: authorOf(scene, question),
    attendance: question.attendance,
    status: question.status,
    upvotes: hidden ? null : upvotesOf(scene, question),
    readers: null,
    askedAt: iso(question.anonymous ? question.askedAt - (question.askedAt % minute) : question.askedAt),
    answeredAt: iso(question.answeredAt),
    reply: question.replyPublished ? textOf(state, question.reply) : null,
    labels: [...question.labels],
    mergedInto: question.mergedInto,
    editedAt: iso(question.editedAt),
    upNext: question.upNext,
    origin: question.origin ?? null,
  };
}

/** A question as its own author reads it: in whatever status, with why it was not taken or what it is kept for. */
function ownQuestion(scene: Scene, question: QuestionRow): QuestionView {
  return {
    ...publicQuestion(scene, question),
    original: question.screen === null ? null : textOf(scene.state, question.text),
    why: question.why,
    keptFor: question.keptFor,
    anonymous: question.anonymous,
  };
}

/** A question as the desk reads it. `by` only on named ones; `asker` tells people apart without saying who they are. */
export function staffQuestion(scene: Scene, question: QuestionRow): QuestionView {
  const { state } = scene;
  // Ten thousand rows are made at once: laid onto the public one, not copied from it.
  return Object.assign(publicQuestion(scene, question), {
    author: authorOf(scene, question, true),
    upvotes: upvotesOf(scene, question),
    askedAt: iso(question.askedAt),
    reply: textOf(state, question.reply),
    why: question.why,
    keptFor: question.keptFor,
    anonymous: question.anonymous,
    by: question.anonymous ? null : question.by,
    asker: askerOf(question),
    texts: { original: textOf(state, question.text), screen: textOf(state, question.screen) },
    reports: staffLook(scene).reports.get(question.id) ?? 0,
    hint: question.hint ?? null,
    screened: question.screened
      ? { until: iso(question.screened.until), seconds: Math.round(question.screened.ms / 1000) }
      : null,
    banned: isBanned(state, question),
    newcomer: question.by !== null && !staffLook(scene).known.has(askerOf(question) ?? ''),
  } satisfies Partial<QuestionView>);
}

/** The mark by which the desk tells askers apart: a person has one for anonymous questions and another for named ones. */
function askerOf({ marks, anonymous }: QuestionRow): string | null {
  return marks === null ? null : anonymous ? marks.anonymous : marks.named;
}

/** Whether a question's author was banned, as the author of what they asked so: anonymously, or with a name. */
function isBanned({ tables }: State, { by, anonymous }: QuestionRow): boolean {
  const { banned, bannedAs } = tables.participants.get(by ?? '') ?? {};
  return (
    banned === true && (bannedAs === 'both' || (bannedAs ?? 'named') === (anonymous ? 'anonymous' : 'named'))
  );
}

/** What every row of the desk asks of all questions and reports, found once. */
interface StaffLook {
  /** Marks of askers who had a question in the list. By marks: nobody learns that two of them are one person. */
  known: ReadonlySet<string>;
  /** Open reports by question. */
  reports: ReadonlyMap<string, number>;
}

const looks = new WeakMap<Scene, StaffLook>();

function staffLook(scene: Scene): StaffLook {
  const found = looks.get(scene);
  if (found) return found;
  const known = new Set<string>();
  for (const question of scene.state.tables.questions.values())
    if (question.n !== null) known.add(askerOf(question) ?? '');
  const reports = new Map<string, number>();
  for (const { question, resolved } of scene.state.tables.reports.values())
    if (!resolved) reports.set(question, (reports.get(question) ?? 0) + 1);
  const look = { known, reports };
  looks.set(scene, look);
  return look;
}

/** Who somebody is here, and what they support and asked. */
export function meView({ state }: Scene, viewer: Viewer): MeView {
  const known = state.tables.participants.get(viewer.participant);
  const questions = [...state.tables.questions.values()];
  return {
    participant: viewer.participant,
    name: viewer.name ?? textOf(state, known?.name ?? null),
    attendance: viewer.attendance,
    role: viewer.role,
    upvoted: supported(state, questions, viewer.participant),
    mine: questions.filter((question) => question.by === viewer.participant).map(({ id }) => id),
  };
}

/** The questions that somebody supports, by those that what they supported was merged into. */
function supported(state: State, questions: readonly QuestionRow[], participant: string): string[] {
  const roots = new Set(
    questions.filter(({ voters }) => voters.has(participant)).map((question) => rootOf(state, question)),
  );
  return questions
    .filter((question) => roots.has(question) && question.by !== participant)
    .map(({ id }) => id);
}

/** How many support a question; all voters of what was merged into it are asked only where something was. */
function upvotesOf(scene: Scene, question: QuestionRow): number {
  if (scene.mergeTargets.has(question.id)) return supporters(scene.state, question).size;
  const { voters, by } = question;
  return voters.size - (by !== null && voters.has(by) ? 1 : 0);
}

/** The own part of an attendee's or speaker's view. */
export function ownPart(scene: Scene, viewer: Viewer): Own {
  const mine = [...scene.state.tables.questions.values()].filter(
    (question) => question.by === viewer.participant,
  );
  return {
    me: meView(scene, viewer),
    questions: Object.fromEntries(mine.map((question) => [question.id, ownQuestion(scene, question)])),
  };
}
