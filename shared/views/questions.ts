import { shutOut } from '../event/shut-out.ts';
import { canEdit } from '../questions/ask.ts';
import { askerOf, isHidden, type QuestionRow, type QuestionStatus } from '../questions/question.ts';
import { isTaken } from '../questions/taken.ts';
import { canWithdraw } from '../questions/withdrawal.ts';
import { iso } from '../wire/instant.ts';
import type { ViewContext } from './context.ts';
import { type CollectionLens, type QuestionMaker, questionsMadeBy } from './lens.ts';
import { type Asked, type Reader, readerOf } from './reader.ts';
import type { OwnQuestion, PublicQuestion, StaffQuestion } from './role-views.ts';

/** Milliseconds in a minute: to this anonymous questions' times are cut outside the desk. */
const minute = 60_000;

/** A question as everybody reads it. */
export function publicQuestion(context: ViewContext, question: QuestionRow): PublicQuestion {
  return publicRow(question, readerOf(context, question));
}

/** The questions that `may` picks, as everybody reads them; `where` is what it looks at besides them. */
export function publicQuestions<Where>(
  where: QuestionMaker<PublicQuestion, Where>['where'],
  may: QuestionMaker<PublicQuestion, Where>['may'],
  wasSeen: NonNullable<CollectionLens['wasSeen']>,
): CollectionLens<PublicQuestion> {
  return { ...questionsMadeBy({ may, where, make: publicRow }), wasSeen };
}

/** What a collection looks at that looks at the questions alone. */
const nowhere = (): null => null;

function publicRow(question: Asked, read: Reader): PublicQuestion {
  const hidden = question.session !== null && read.collects(question.session);
  return {
    id: question.id,
    n: question.n,
    session: question.session,
    poster: question.poster,
    part: question.part,
    to: question.to,
    text: read.words(question.screen ?? question.text),
    author: question.anonymous || !read.event('names') ? null : authorOf(question, read),
    attendance: question.attendance,
    status: question.status,
    upvotes: hidden ? null : read.upvotes(),
    askedAt: iso(question.anonymous ? question.askedAt - (question.askedAt % minute) : question.askedAt),
    answeredAt: iso(question.answeredAt),
    reply: question.replyPublished ? read.words(question.reply) : null,
    labels: question.labels.flatMap((label) => read.words(label) ?? []),
    mergedInto: question.mergedInto,
    editedAt: iso(question.editedAt),
    upNext: question.upNext,
    origin: question.origin ?? null,
  };
}

/** The name under which somebody asked; null for anonymous and spoken questions. */
function authorOf({ anonymous, by }: Asked, read: Reader): { name: string } | null {
  if (anonymous || by === null) return null;
  const name = read.words(read.person(by)?.name ?? null);
  return name === null ? null : { name };
}

/**
 * Everybody's questions as their own authors read them: in whatever status, with why it was not taken or what it is kept for,
 * and with what the rules would let them do with it.
 */
export const ownQuestions: CollectionLens<OwnQuestion> = questionsMadeBy({
  where: nowhere,
  // [Q36] On a phone of theirs, too, the staff sees nothing of what it prepared.
  may: (question) => question.by !== null && !isHidden(question),
  make: (question, read): OwnQuestion => ({
    ...publicRow(question, read),
    original: question.screen === null ? null : read.words(question.text),
    why: read.words(question.why),
    keptFor: question.keptFor,
    anonymous: question.anonymous,
    can: canDo(question, read),
  }),
});

/** [V26] What its author may do with a question, as the rules would decide it. */
function canDo(question: Asked, read: Reader): OwnQuestion['can'] {
  const person = question.by === null ? undefined : read.person(question.by);
  const open = shutOut(person, read.event('closed'), 'attendee') === null;
  return {
    edit: open && canEdit(question, read.event('moderatedAfter'), read.upvotes()),
    withdraw: open && canWithdraw(question, read.isOnStage()),
  };
}

/** What a desk holds whatever it is. */
const held: ReadonlySet<QuestionStatus> = new Set(['live', 'answered', 'kept']);

/**
 * [V27] The questions that a desk holds, as it reads them: all in the lists of the public, all that are kept or were reported, and
 * its window of the others, of which there may be ten thousand. `by` only on named ones; `asker` tells people apart without saying who they are. */
export const staffQuestions: CollectionLens<StaffQuestion> = questionsMadeBy({
  where: nowhere,
  may: ({ status }, _, read) => held.has(status) || read.isInWindow() || read.reports() > 0,
  make: staffRow,
});

/** Any question as the desk reads it. */
export function staffQuestion(context: ViewContext, question: QuestionRow): StaffQuestion {
  return staffRow(question, readerOf(context, question));
}

function staffRow(question: Asked, read: Reader): StaffQuestion {
  return (
    // Ten thousand rows are made at once: laid onto the public one, not copied from it.
    Object.assign(publicRow(question, read), {
      author: authorOf(question, read),
      upvotes: read.upvotes(),
      askedAt: iso(question.askedAt),
      reply: read.words(question.reply),
      why: read.words(question.why),
      keptFor: question.keptFor,
      anonymous: question.anonymous,
      by: question.anonymous ? null : question.by,
      asker: askerOf(question),
      texts: { original: read.words(question.text), screen: read.words(question.screen) },
      reports: read.reports(),
      hint: question.hint ?? null,
      screened: question.screened
        ? { until: iso(question.screened.until), seconds: Math.round(question.screened.ms / 1000) }
        : null,
      taken: isTaken(question),
      banned: isBanned(question, read),
      newcomer: question.by !== null && !read.isKnown(askerOf(question) ?? ''),
      merged: read.merged(),
      prepared: isHidden(question),
    } satisfies Partial<StaffQuestion>)
  );
}

/** Whether a question's author was banned, as the author of what they asked so: anonymously, or with a name. */
function isBanned({ by, anonymous }: Asked, read: Reader): boolean {
  const { banned, bannedAs } = (by === null ? undefined : read.person(by)) ?? {};
  return (
    banned === true && (bannedAs === 'both' || (bannedAs ?? 'named') === (anonymous ? 'anonymous' : 'named'))
  );
}
