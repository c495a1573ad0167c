import type { QuestionRow } from '../questions/question.ts';
import { type State, textOf } from '../state/state.ts';
import { iso } from '../wire/instant.ts';
import { type CollectionLens, madeFrom, type Scene } from './lens.ts';
import { authorOf } from './rows.ts';
import type { QuestionView } from './view.ts';

/**
 * Questions as each role reads them. There may be ten thousand: what a row is made of stands in its sources, and the row is
 * made of nothing else. Whoever shows more of a question adds it to the sources; the types leave no other way.
 */

/** Milliseconds in a minute: to this anonymous questions' times are cut outside the desk. */
const minute = 60_000;

/** The question itself. Who supports it comes and goes in place: counts are sources of their own. */
type Asked = Omit<QuestionRow, 'voters'>;

type PublicSources = [
  question: Asked,
  text: string | null,
  author: string | null,
  upvotes: number | null,
  reply: string | null,
];

/** A question as everybody reads it. */
export function publicQuestion(scene: Scene, question: QuestionRow): QuestionView {
  return publicRow(...publicSources(scene, question));
}

/** The questions that everybody may read of those that `may` picks, as everybody reads them. */
export function publicQuestions(
  may: (question: QuestionRow, scene: Scene) => boolean,
  wasSeen: NonNullable<CollectionLens['wasSeen']>,
): CollectionLens {
  return madeFrom({
    ids: ({ state }) => state.tables.questions.keys(),
    sources(scene, id) {
      const question = scene.state.tables.questions.get(id);
      return question && may(question, scene) ? publicSources(scene, question) : null;
    },
    make: publicRow,
    wasSeen,
  });
}

function publicSources(scene: Scene, question: QuestionRow): PublicSources {
  const { state } = scene;
  const hidden = question.session !== null && scene.collecting.has(question.session);
  return [
    question,
    textOf(state, question.screen ?? question.text),
    authorOf(scene, question)?.name ?? null,
    hidden ? null : upvotesOf(scene, question),
    question.replyPublished ? textOf(state, question.reply) : null,
  ];
}

function publicRow(...[question, text, author, upvotes, reply]: PublicSources): QuestionView {
  return {
    id: question.id,
    n: question.n,
    session: question.session,
    poster: question.poster,
    part: question.part,
    to: question.to,
    text,
    author: author === null ? null : { name: author },
    attendance: question.attendance,
    status: question.status,
    upvotes,
    readers: null,
    askedAt: iso(question.anonymous ? question.askedAt - (question.askedAt % minute) : question.askedAt),
    answeredAt: iso(question.answeredAt),
    reply,
    labels: [...question.labels],
    mergedInto: question.mergedInto,
    editedAt: iso(question.editedAt),
    upNext: question.upNext,
    origin: question.origin ?? null,
  };
}

type OwnSources = [original: string | null, ...PublicSources];

/** Everybody's questions as their own authors read them: in whatever status, with why it was not taken or what it is kept for. */
export const ownQuestions: CollectionLens = madeFrom({
  ids: ({ state }) => state.tables.questions.keys(),
  sources(scene, id): OwnSources | null {
    const question = scene.state.tables.questions.get(id);
    if (!question || question.by === null) return null;
    const original = question.screen === null ? null : textOf(scene.state, question.text);
    return [original, ...publicSources(scene, question)];
  },
  make(original, question, ...more) {
    const { why, keptFor, anonymous } = question;
    return { ...publicRow(question, ...more), original, why, keptFor, anonymous };
  },
});

type StaffSources = [
  question: Asked,
  text: string | null,
  screen: string | null,
  author: string | null,
  upvotes: number,
  reply: string | null,
  reports: number,
  banned: boolean,
  newcomer: boolean,
];

/** All questions as the desk reads them. `by` only on named ones; `asker` tells people apart without saying who they are. */
export const staffQuestions: CollectionLens = madeFrom({
  ids: ({ state }) => state.tables.questions.keys(),
  sources(scene, id): StaffSources | null {
    const { state } = scene;
    const question = state.tables.questions.get(id);
    if (!question) return null;
    const { known, reports } = staffLook(scene);
    return [
      question,
      textOf(state, question.text),
      textOf(state, question.screen),
      authorOf(scene, question, true)?.name ?? null,
      upvotesOf(scene, question),
      textOf(state, question.reply),
      reports.get(id) ?? 0,
      isBanned(state, question),
      question.by !== null && !known.has(askerOf(question) ?? ''),
    ];
  },
  make(question, text, screen, author, upvotes, reply, reports, banned, newcomer): QuestionView {
    const shown = question.screen === null ? text : screen;
    // Ten thousand rows are made at once: laid onto the public one, not copied from it.
    return Object.assign(publicRow(question, shown, author, upvotes, reply), {
      askedAt: iso(question.askedAt),
      why: question.why,
      keptFor: question.keptFor,
      anonymous: question.anonymous,
      by: question.anonymous ? null : question.by,
      asker: askerOf(question),
      texts: { original: text, screen },
      reports,
      hint: question.hint ?? null,
      screened: question.screened
        ? { until: iso(question.screened.until), seconds: Math.round(question.screened.ms / 1000) }
        : null,
      banned,
      newcomer,
    } satisfies Partial<QuestionView>);
  },
});

/** The mark by which the desk tells askers apart: a person has one for anonymous questions and another for named ones. */
function askerOf({ marks, anonymous }: Asked): string | null {
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

/** How many support a question; all voters of what was merged into it are asked only where something was. */
function upvotesOf(scene: Scene, { id, voters, by }: QuestionRow): number {
  return scene.merges.support.get(id) ?? voters.size - (by !== null && voters.has(by) ? 1 : 0);
}
