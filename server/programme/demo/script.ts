import { createHash } from 'node:crypto';
import type { Command } from '../../../shared/log/command.ts';
import type { Attendance } from '../../../shared/people/participant.ts';
import type { Role } from '../../../shared/people/role.ts';
import { type DemoQuestion, demoNames, demoPeople, demoQuestions } from './questions.ts';

/** Somebody simulated, with the same name in all they do; `participant` is a UUID that is the same in every demo. */
export interface DemoPerson {
  participant: string;
  role: Role;
  name: string | null;
  attendance: Attendance;
}

/** One thing that somebody simulated did, at an instant in epoch milliseconds. */
export interface DemoStep {
  at: number;
  by: DemoPerson;
  command: Command;
}

const minute = 60_000;

const moderator: DemoPerson = {
  participant: demoId('moderator'),
  role: 'moderator',
  name: 'Simulated moderator',
  attendance: 'inRoom',
};

const people: readonly DemoPerson[] = Array.from({ length: demoPeople }, (_, index) => ({
  participant: demoId(`person ${index}`),
  role: 'attendee',
  name: demoQuestions.some(({ asker, named }) => asker === index && named)
    ? (demoNames[index % demoNames.length] ?? null)
    : null,
  attendance: index % 5 < 3 ? 'inRoom' : 'remote',
}));

/** Instants of the demo in epoch milliseconds: when the sessions so far began, and now. */
export interface DemoTimes {
  opening: number;
  talk1: number;
  talk2: number;
  now: number;
}

/** All that happened so far, in order, none of it after `now`; the rules accept every step. */
export function demoScript(times: DemoTimes): DemoStep[] {
  const steps = [
    start('opening', times.opening),
    start('talk-1', times.talk1),
    start('talk-2', times.talk2),
    ...demoQuestions.flatMap((question) => storyOf(question, times)),
    ...shortlisted(times.now),
  ];
  return steps.filter(({ at }) => at <= times.now).toSorted((a, b) => a.at - b.at);
}

/** The id of the question that has this name in the demo. */
export function demoQuestionId(key: string): string {
  return demoId(`question ${key}`);
}

function start(session: string, at: number): DemoStep {
  return { at, by: moderator, command: { id: demoId(`start ${session}`), type: 'session.start', session } };
}

/** One question from being asked to its fate: a moderator lets it in, people support it, then it is decided. */
function storyOf(question: DemoQuestion, { talk2, now }: DemoTimes): DemoStep[] {
  const asked = talk2 + question.at * minute;
  const approved = asked + 20_000 + (hashOf(question.key) % 30_000);
  const fate = question.fate;
  const until = 'at' in fate ? talk2 + fate.at * minute - 5_000 : now - 4_000;
  const steps = [ask(question, asked)];
  if (question.asker !== null && fate.kind !== 'waiting') {
    if (fate.kind !== 'dismissed') steps.push(approve(question, approved));
    if (question.labels) steps.push(label(question, question.labels, approved + 1_500));
    steps.push(...upvotes(question, approved + 2_000, until));
  }
  return [...steps, ...fateOf(question, talk2)];
}

function ask(question: DemoQuestion, at: number): DemoStep {
  const { key, session, text, asker, named = false, to } = question;
  const id = demoQuestionId(key);
  const person = people[asker ?? -1];
  if (!person || asker === null)
    return { at, by: moderator, command: { id, type: 'question.log', session, text } };
  const command: Command = {
    id,
    type: 'question.ask',
    session,
    text,
    anonymous: !named,
    ...(to !== undefined && { to }),
  };
  return { at, by: person, command };
}

function fateOf({ key, asker, fate }: DemoQuestion, talk2: number): DemoStep[] {
  if (fate.kind === 'waiting' || fate.kind === 'listed') return [];
  const at = talk2 + fate.at * minute;
  const question = demoQuestionId(key);
  const id = demoId(`fate ${key}`);
  switch (fate.kind) {
    case 'answered': {
      const reply = fate.reply === undefined ? {} : { reply: fate.reply, publish: true };
      return [{ at, by: moderator, command: { id, type: 'question.answer', question, on: true, ...reply } }];
    }
    case 'kept':
      return [
        {
          at,
          by: moderator,
          command: { id, type: 'question.keep', question, for: 'panel', session: 'panel' },
        },
      ];
    case 'dismissed':
      return [{ at, by: moderator, command: { id, type: 'question.dismiss', question, why: fate.why } }];
    case 'archived':
      return [{ at, by: moderator, command: { id, type: 'question.archive', question } }];
    case 'merged':
      return [
        {
          at,
          by: moderator,
          command: { id, type: 'question.merge', question, into: demoQuestionId(fate.into) },
        },
      ];
    case 'withdrawn': {
      const author = people[asker ?? -1];
      return author ? [{ at, by: author, command: { id, type: 'question.withdraw', question } }] : [];
    }
  }
}

function approve({ key }: DemoQuestion, at: number): DemoStep {
  const question = demoQuestionId(key);
  return { at, by: moderator, command: { id: demoId(`approve ${key}`), type: 'question.approve', question } };
}

function label({ key }: DemoQuestion, labels: readonly string[], at: number): DemoStep {
  const question = demoQuestionId(key);
  const id = demoId(`label ${key}`);
  return { at, by: moderator, command: { id, type: 'question.label', question, labels: [...labels] } };
}

/** Upvotes by as many others as the question has, scattered between two instants, denser at first. */
function upvotes({ key, asker, upvotes: count }: DemoQuestion, from: number, to: number): DemoStep[] {
  const others = people.filter((_, index) => index !== asker);
  const chosen = others
    .toSorted((a, b) => hashOf(key + a.participant) - hashOf(key + b.participant))
    .slice(0, count);
  return chosen.map((by, index) => ({
    at: Math.floor(from + Math.max(0, to - from) * ((index + 0.5) / chosen.length) ** 1.6),
    by,
    command: {
      id: demoId(`upvote ${key} ${index}`),
      type: 'question.upvote',
      question: demoQuestionId(key),
      on: true,
    },
  }));
}

function shortlisted(now: number): DemoStep[] {
  return demoQuestions.flatMap(({ key, fate }) => {
    if (fate.kind !== 'listed' || fate.upNext === undefined) return [];
    const position = fate.upNext;
    const command = {
      id: demoId(`queue ${key}`),
      type: 'question.shortlist',
      question: demoQuestionId(key),
      position,
    } as const;
    return [{ at: now - 90_000 + position * 10_000, by: moderator, command }];
  });
}

/** A UUID of the v4 shape that is always the same for the same words. */
function demoId(words: string): string {
  const hex = createHash('sha256').update(`backrow demo ${words}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function hashOf(words: string): number {
  return createHash('sha256').update(words).digest().readUInt32BE();
}
