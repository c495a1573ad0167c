import type { QuestionView, SessionView } from '../../../shared/views/view.ts';
import type { UnsentCommand } from '../../connection/connection.ts';
import { catalogue } from '../../look/messages.ts';
import { isolated } from '../../look/written.ts';
import { deskMessages } from '../messages/desk.en.ts';
import { short, shorten } from '../messages/question-text.ts';
import type { Run, RunAll } from './use-commands.ts';

const say = catalogue(deskMessages);

/** Where a question is moved to: a session, or one of its parts. */
export interface Place {
  session: string;
  part: string | null;
  /** What it is called, for the line that says what was done. */
  title: string;
}

/** What a question is kept for. */
export type Keeping =
  | { for: 'panel'; session: string; title: string }
  | { for: 'poster'; poster: string; title: string }
  | { for: 'panel' | 'poster' | 'written'; title: string };

/** What can be done to questions, each under the name of its button. Every action names its target and sets a state. */
export interface QuestionActions {
  approve: (questions: readonly QuestionView[]) => void;
  dismiss: (questions: readonly QuestionView[], why: string) => void;
  archive: (questions: readonly QuestionView[]) => void;
  restore: (question: QuestionView) => void;
  keep: (questions: readonly QuestionView[], keeping: Keeping) => void;
  move: (questions: readonly QuestionView[], to: Place) => void;
  label: (questions: readonly QuestionView[], labels: (before: readonly string[]) => string[]) => void;
  merge: (question: QuestionView, into: QuestionView) => void;
  unmerge: (question: QuestionView) => void;
  upNext: (question: QuestionView, position: number) => void;
  upNextOut: (question: QuestionView) => void;
  answered: (question: QuestionView) => void;
  /** Both give whether it was done. */
  reply: (question: QuestionView, text: string, publish: boolean, answered: boolean) => Promise<boolean>;
  edit: (question: QuestionView, screen: string) => Promise<boolean>;
  ban: (question: QuestionView, hide: boolean) => void;
  resolve: (reports: readonly string[]) => void;
  /** [Q36] Saves a question of the staff for a silence; gives whether it was done. */
  prepare: (session: SessionView, text: string) => Promise<boolean>;
}

/** The actions of a desk that concern questions. */
export function questionActions(run: Run, runAll: RunAll): QuestionActions {
  /** One is said with its words, several by their number. */
  const each = (
    questions: readonly QuestionView[],
    command: (question: QuestionView) => UnsentCommand,
    what: 'approve' | 'dismiss' | 'archive' | 'keep' | 'move' | 'label',
    title = '',
  ) => {
    const [first] = questions;
    if (first)
      void runAll(questions.map(command), (count) =>
        count === 1
          ? say(`done.${what}`, { text: short(questions.length === 1 ? first : null), title })
          : say(`done.${what}Many`, { count, title }),
      );
  };
  return {
    approve: (questions) =>
      each(questions, ({ id }) => ({ type: 'question.approve', question: id }), 'approve'),
    dismiss: (questions, why) =>
      each(questions, ({ id }) => ({ type: 'question.dismiss', question: id, why }), 'dismiss'),
    archive: (questions) =>
      each(questions, ({ id }) => ({ type: 'question.archive', question: id }), 'archive'),
    keep: (questions, { title, ...keeping }) =>
      each(questions, ({ id }) => ({ type: 'question.keep', question: id, ...keeping }), 'keep', title),
    move: (questions, { session, part, title }) =>
      each(
        questions,
        ({ id }) => ({ type: 'question.move', question: id, session, ...(part !== null && { part }) }),
        'move',
        title,
      ),
    label: (questions, labels) =>
      each(
        questions,
        ({ id, labels: before }) => ({ type: 'question.label', question: id, labels: labels(before) }),
        'label',
      ),
    restore: (question) =>
      void run(
        { type: 'question.restore', question: question.id },
        say('done.restore', { text: short(question) }),
      ),
    merge: (question, into) =>
      void run(
        { type: 'question.merge', question: question.id, into: into.id },
        say('done.merge', { text: short(question), into: short(into) }),
      ),
    unmerge: (question) =>
      void run(
        { type: 'question.unmerge', question: question.id },
        say('done.unmerge', { text: short(question) }),
      ),
    upNext: (question, position) =>
      void run(
        { type: 'question.shortlist', question: question.id, position },
        say('done.upNext', { text: short(question), position }),
      ),
    upNextOut: (question) =>
      void run(
        { type: 'question.shortlist', question: question.id, position: null },
        say('done.upNextOut', { text: short(question) }),
      ),
    answered: (question) =>
      void run(
        { type: 'question.answer', question: question.id, on: true },
        say('done.answered', { text: short(question) }),
      ),
    reply: (question, reply, publish, on) =>
      run(
        { type: 'question.answer', question: question.id, on, reply, publish },
        say(reply === '' ? 'done.replyGone' : 'done.reply', { text: short(question) }),
      ),
    edit: (question, screen) =>
      run(
        { type: 'question.edit', question: question.id, screen },
        say('done.edit', { text: shorten(screen) }),
      ),
    ban: (question, hide) =>
      void run(
        { type: 'participant.ban', question: question.id, on: true, hide },
        say(hide ? 'done.banHide' : 'done.ban'),
      ),
    resolve: (reports) =>
      void runAll(
        reports.map((report) => ({ type: 'report.resolve', report })),
        (count) => say('done.resolve', { count }),
      ),
    prepare: (session, text) =>
      run(
        { type: 'question.ask', session: session.id, text, prepared: true },
        say('done.prepare', { title: isolated(session.title), text: shorten(text) }),
      ),
  };
}

/** The session or part that a question can be moved to, in the programme's order, one a line. */
export function placesToMove(programme: readonly SessionView[]): Place[] {
  return programme
    .filter(({ kind, status }) => kind !== 'break' && kind !== 'social' && status !== 'cancelled')
    .flatMap(({ id, title, parts }) => [
      { session: id, part: null, title },
      ...parts.map((part) => ({
        session: id,
        part: part.id,
        title: `${isolated(title)}: ${isolated(part.title)}`,
      })),
    ]);
}
