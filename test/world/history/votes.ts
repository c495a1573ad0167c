import type { Happening, History, LogLine } from './history.ts';

/** A question as the log's lines make it, by a model of its own. */
interface Tallied {
  by: string;
  status: 'inReview' | 'live' | 'dismissed' | 'withdrawn' | 'merged';
  voters: Set<string>;
  into: string | null;
  before: 'inReview' | 'live';
}

/** What a view says of a question: its status, and how many support it (null: not told). */
export interface Shown {
  status: string;
  upvotes: number | null;
}

/** A view of the end: who saw it, and its questions by id. */
export interface FinalView {
  who: string;
  questions: Readonly<Record<string, Shown>>;
}

/**
 * I8: each question is counted by who supports it, once, with those of what was merged into it and without its author;
 * the model says yes and no where the server did; each view of the end shows the model's status and count.
 */
export function voteFaults({ happenings, log }: History, views: readonly FinalView[]): string[] {
  const { questions, refused } = tally(log);
  const faults: string[] = [];
  for (const each of happenings)
    if (each.what === 'ok' && refused.has(each.id)) faults.push(heardWrong(each));
  for (const { who, questions: shown } of views)
    for (const [id, { status, upvotes }] of Object.entries(shown)) {
      const question = questions.get(id);
      const counted = question ? supporters(id, questions) : 0;
      if (question?.status !== status)
        faults.push(`I8 ${who} sees ${id} as ${status}, and it is ${question?.status}`);
      if (upvotes !== null && upvotes !== counted)
        faults.push(`I8 ${who} sees ${upvotes} for ${id}, and ${counted} support it`);
    }
  for (const { who, questions: shown } of views.filter((view) => view.who.startsWith('moderator')))
    for (const id of questions.keys()) if (!shown[id]) faults.push(`I8 ${who} does not see ${id}`);
  return faults;
}

function heardWrong({ id }: Extract<Happening, { what: 'ok' }>): string {
  return `I8 ${id} was acknowledged, and the rules say no`;
}

/** The questions after these lines, and the ids of the commands that the rules refuse. */
function tally(log: readonly LogLine[]): { questions: Map<string, Tallied>; refused: Set<string> } {
  const questions = new Map<string, Tallied>();
  const refused = new Set<string>();
  for (const line of log) if (!done(line, questions)) refused.add(line.id);
  return { questions, refused };
}

function done(line: LogLine, questions: Map<string, Tallied>): boolean {
  if (line.type === 'question.ask') {
    questions.set(line.id, {
      by: line.participant,
      status: 'inReview',
      voters: new Set(),
      into: null,
      before: 'live',
    });
    return true;
  }
  const question = questions.get(String(line.fields['question']));
  if (!question) return !line.type.startsWith('question.');
  const { status } = question;
  switch (line.type) {
    case 'question.approve':
      return to(question, 'live', status === 'inReview' || status === 'dismissed');
    case 'question.dismiss':
      return to(question, 'dismissed', status === 'inReview' || status === 'live');
    case 'question.withdraw':
      return to(
        question,
        'withdrawn',
        question.by === line.participant && (status === 'inReview' || status === 'live'),
      );
    case 'question.merge':
      return merged(question, String(line.fields['into']), questions);
    case 'question.unmerge':
      return to(question, question.before, status === 'merged');
    case 'question.upvote':
      return voted(question, line, questions);
    default:
      return true;
  }
}

function to(question: Tallied, status: Tallied['status'], may: boolean): boolean {
  if (may) question.status = status;
  return may;
}

function merged(question: Tallied, into: string, questions: ReadonlyMap<string, Tallied>): boolean {
  const target = questions.get(into);
  if (!target || target === question || (target.status !== 'live' && target.status !== 'inReview'))
    return false;
  if (question.status !== 'live' && question.status !== 'inReview') return false;
  question.before = question.status;
  question.into = into;
  return to(question, 'merged', true);
}

function voted(
  named: Tallied,
  { participant, fields }: LogLine,
  questions: ReadonlyMap<string, Tallied>,
): boolean {
  const question = rootOf(named, questions);
  if (question.by === participant || question.status !== 'live') return false;
  if (fields['on'] === true) question.voters.add(participant);
  else for (const each of [question, ...below(question, questions)]) each.voters.delete(participant);
  return true;
}

function rootOf(question: Tallied, questions: ReadonlyMap<string, Tallied>): Tallied {
  const next =
    question.status === 'merged' && question.into !== null ? questions.get(question.into) : undefined;
  return next ? rootOf(next, questions) : question;
}

function below(question: Tallied, questions: ReadonlyMap<string, Tallied>): Tallied[] {
  return [...questions.values()].filter((each) => each !== question && rootOf(each, questions) === question);
}

function supporters(id: string, questions: ReadonlyMap<string, Tallied>): number {
  const question = questions.get(id);
  if (!question) return 0;
  // What was merged away keeps its own supporters, and those of what was merged into it before.
  const under = [...questions.values()].filter((each) => leadsTo(each, id, questions));
  const people = new Set([question, ...under].flatMap(({ voters }) => [...voters]));
  people.delete(question.by);
  return people.size;
}

function leadsTo(question: Tallied, id: string, questions: ReadonlyMap<string, Tallied>): boolean {
  if (question.status !== 'merged' || question.into === null) return false;
  const next = questions.get(question.into);
  return question.into === id || (next !== undefined && leadsTo(next, id, questions));
}
