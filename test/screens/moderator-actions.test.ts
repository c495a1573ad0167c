// What can be done at the desk: to which questions, and what the operator hears where it cannot.
import { describe, expect, test } from 'vitest';
import type { ActionContext } from '../../client/moderator/actions/action-context.ts';
import { buttonsOf, rowButtons, rowMenu } from '../../client/moderator/actions/offers.ts';
import { printedKey } from '../../client/moderator/actions/printed-key.ts';
import { questionActions } from '../../client/moderator/actions/question-actions.ts';
import { pressAction, runAction } from '../../client/moderator/actions/run-action.ts';
import { sessionActions } from '../../client/moderator/actions/session-actions.ts';
import { stageActions } from '../../client/moderator/actions/stage-actions.ts';
import type { Run, RunAll } from '../../client/moderator/actions/use-commands.ts';
import type { QuestionView } from '../../shared/views/view.ts';
import { questionFixture } from './fixture-views.ts';

/** A desk that writes down what is asked of it. */
function desk(changes: Partial<ActionContext> = {}) {
  const said: string[] = [];
  const note = (...words: readonly (string | null)[]) => said.push(words.join(' ').trim());
  const ids = (questions: readonly QuestionView[]) => questions.map(({ id }) => id).join(' ');
  const run: Run = (command) => {
    note(
      command.type,
      'question' in command ? (command.question ?? '') : '',
      'into' in command ? command.into : '',
    );
    return Promise.resolve(true);
  };
  const runAll: RunAll = async (commands) => {
    for (const command of commands) await run(command, '');
    return commands.length;
  };
  const context: ActionContext = {
    actions: {
      question: questionActions(run, runAll),
      stage: stageActions(run, runAll, 'main'),
      session: sessionActions({ run, runAll }, { internal: false, clock: () => 0, look: () => ({}) }),
    },
    undo: () => note('undo'),
    redo: () => note('redo'),
    refuse: (line) => note(line),
    row: null,
    selected: [],
    unflagged: () => [],
    upNext: [],
    here: null,
    onAir: null,
    isBlack: false,
    isMerging: false,
    marked: null,
    leaving(questions, act) {
      note('leaving', ids(questions));
      act();
    },
    openMenu: ({ kind, questions }) => note('menu', kind, ids(questions)),
    edit: ({ id }) => note('edit', id),
    reply: ({ id }) => note('reply', id),
    mark: (question) => note('mark', question?.id ?? 'nothing'),
    select: ({ id }) => note('select', id),
    show: ({ id }) => note('show', id),
    takeNext: () => note('takeNext'),
    answer: () => note('answer'),
    step: (by) => note('step', `${by}`),
    switchList: (by) => note('switchList', `${by}`),
    toggleRoomQuestion: () => note('room'),
    toggleHelp: () => note('help'),
    toggleNote: () => note('note'),
    acknowledge: () => false,
    search: () => note('search'),
    showBy: ({ id }) => note('by the asker of', id),
    openPanel: (panel) => note('panel', panel),
    openPalette: () => note('palette'),
    openChair: () => note('chair'),
    ...changes,
  };
  return { context, said };
}

const waiting = (id: string) => questionFixture(id, { status: 'inReview' });
const live = (id: string) => questionFixture(id, { status: 'live' });

describe('a key', () => {
  test('acts on the row in the frame, and leaves it where its list loses it', () => {
    const { context, said } = desk({ row: waiting('a') });
    pressAction('approve', context);
    expect(said).toEqual(['leaving a', 'question.approve a']);
  });

  test('acts on all that are selected, as far as they are where it may be done', () => {
    const { context, said } = desk({ row: live('c'), selected: [waiting('a'), live('b')] });
    pressAction('approve', context);
    expect(said).toEqual(['leaving a', 'question.approve a']);
  });

  test.each([
    ['approve', { selected: [live('b')] }, /None of the selected/],
    ['approve', {}, /Choose a row first/],
    ['approve', { row: live('b') }, /Not possible/],
    ['show', { row: waiting('a') }, /Approve it first/],
    ['upNext', { row: live('a'), selected: [live('b')] }, /One at a time/],
    ['upNext', { row: questionFixture('a', { status: 'live', upNext: 2 }) }, /Already up next, at place 2/],
    ['upNext', { row: live('a'), upNext: ['1', '2', '3', '4', '5'].map(live) }, /full/],
  ] as const)('%s says why not', (action, at, why) => {
    const { context, said } = desk(at);
    pressAction(action, context);
    expect(said).toEqual([expect.stringMatching(why)]);
  });

  test('merges at its second press what it marked at the first', () => {
    const first = desk({ row: live('a') });
    pressAction('merge', first.context);
    expect(first.said).toEqual(['mark a']);
    const second = desk({ row: live('b'), isMerging: true, marked: live('a') });
    pressAction('merge', second.context);
    expect(second.said).toEqual(['mark nothing', 'question.merge a b']);
    const same = desk({ row: live('a'), isMerging: true, marked: live('a') });
    pressAction('merge', same.context);
    expect(same.said).toEqual(['mark nothing']);
  });

  test('of Answered means the question on screen first', () => {
    const { context, said } = desk({ row: live('a') });
    pressAction('answered', context);
    expect(said).toEqual(['answer']);
  });
});

test('a button means its row, wherever the frame is', () => {
  const { context, said } = desk({ row: waiting('a'), selected: [waiting('c')] });
  runAction('dismiss', waiting('b'), context);
  runAction('markAnswered', live('b'), context);
  expect(said).toEqual(['menu dismiss b', 'leaving b', 'question.answer b']);
});

test('what is up next already has no button that queues it', () => {
  expect(buttonsOf('live', false, true)).toEqual(['show']);
  expect(buttonsOf('live', false, false)).toEqual(['upNext', 'show']);
});

test('buttons and menus name the key that means the row, and no other', () => {
  expect(rowButtons.live.map(printedKey)).toEqual(['Q', 'S']);
  expect(rowMenu.flatMap((action) => printedKey(action) ?? [])).toEqual([
    'E',
    '⇧Q',
    'M',
    'V',
    'F',
    'L',
    'W',
    'N',
    'X',
  ]);
});
