import { supporters } from '../../shared/questions/finding.ts';
import type { QuestionRow } from '../../shared/questions/question.ts';
import { eventOf, type State, textOf } from '../../shared/state/state.ts';
import { nobodyAround, type Scene, sceneOf } from '../../shared/views/lens.ts';
import { authorOf } from '../../shared/views/rows.ts';
import { type ExportedFile, tableFile } from './table.ts';

/** The formats in which questions are exported. */
export const exportFormats = ['csv', 'xlsx', 'json', 'md'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** One question as it is exported: only its author's own words stand as theirs, and anonymous stays anonymous. */
type Exported = {
  n: number | null;
  session: string | null;
  poster: string | null;
  part: string | null;
  status: string;
  text: string | null;
  shownAs: string | null;
  author: string | null;
  attendance: string;
  upvotes: number;
  askedAt: Date;
  answeredAt: Date | null;
  reply: string | null;
  labels: string;
  keptFor: string | null;
  why: string | null;
  mergedInto: number | null;
};

/** All questions of an event as a file. No spreadsheet runs any cell of it; `delimiter` counts in a CSV alone. */
export async function exportQuestions(
  state: State,
  format: ExportFormat,
  delimiter = ',',
): Promise<ExportedFile> {
  const scene = sceneOf(state, nobodyAround);
  const questions = [...state.tables.questions.values()].map((question) => exported(scene, question));
  if (format === 'json') return { body: `${JSON.stringify(questions, null, 2)}\n`, type: 'application/json' };
  if (format === 'md') return { body: markdown(state, questions), type: 'text/markdown' };
  return tableFile({ name: 'Questions', columns, rows: questions }, format, delimiter);
}

const columns = [
  'n',
  'session',
  'poster',
  'part',
  'status',
  'text',
  'shownAs',
  'author',
  'attendance',
  'upvotes',
  'askedAt',
  'answeredAt',
  'reply',
  'labels',
  'keptFor',
  'why',
  'mergedInto',
] as const;

function exported(scene: Scene, question: QuestionRow): Exported {
  const { state } = scene;
  const target = question.mergedInto === null ? undefined : state.tables.questions.get(question.mergedInto);
  return {
    n: question.n,
    session: titleOf(state, question.session),
    poster:
      question.poster === null ? null : (state.tables.posters.get(question.poster)?.title ?? question.poster),
    part: partOf(state, question),
    status: question.status,
    text: textOf(state, question.text),
    shownAs: textOf(state, question.screen),
    author: authorOf(scene, question, true)?.name ?? null,
    attendance: question.attendance,
    upvotes: supporters(state, question).size,
    askedAt: new Date(question.anonymous ? Math.floor(question.askedAt / 60_000) * 60_000 : question.askedAt),
    answeredAt: question.answeredAt === null ? null : new Date(question.answeredAt),
    reply: textOf(state, question.reply),
    labels: question.labels.flatMap((label) => textOf(state, label) ?? []).join(', '),
    keptFor: question.keptFor?.for ?? null,
    why: textOf(state, question.why),
    mergedInto: target?.n ?? null,
  };
}

function titleOf(state: State, session: string | null): string | null {
  return session === null ? null : (state.tables.sessions.get(session)?.title ?? session);
}

function partOf(state: State, { session, part }: QuestionRow): string | null {
  const parts = state.tables.sessions.get(session ?? '')?.parts ?? [];
  return parts.find(({ id }) => id === part)?.title ?? part;
}

/** The questions that stood in the list, by session or poster, most supported first. */
function markdown(state: State, questions: readonly Exported[]): string {
  const lines = [`# Questions of ${escaped(eventOf(state)?.title ?? 'the event')}`, ''];
  const homeOf = ({ session, poster }: Exported) => session ?? poster;
  for (const home of new Set(questions.map(homeOf))) {
    const theirs = questions.filter(
      (question) => homeOf(question) === home && ['live', 'answered', 'kept'].includes(question.status),
    );
    if (theirs.length === 0) continue;
    lines.push(`## ${escaped(home ?? 'Without a session')}`, '');
    for (const question of theirs.toSorted((a, b) => b.upvotes - a.upvotes)) {
      const by = question.author === null ? '' : `, ${escaped(question.author)}`;
      lines.push(
        `- **${question.n ?? '–'}** ${escaped(question.text ?? '(no text kept)')} (${question.status}, ${question.upvotes} upvotes, ${question.attendance === 'inRoom' ? 'room' : 'remote'}${by})`,
      );
      if (question.reply !== null) lines.push(`  - Answer: ${escaped(question.reply)}`);
    }
    lines.push('');
  }
  return `${lines.join('\n')}\n`;
}

/** Text that Markdown shows as it was written, on one line. */
function escaped(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').replace(/[\\`*_{}[\]<>#|~&]/g, (mark) => `\\${mark}`);
}
