import { shortlistLimit } from '../../../shared/questions/question.ts';
import type { QuestionView } from '../../../shared/views/view.ts';
import { catalogue } from '../../look/messages.ts';
import { deskMessages } from '../messages/desk.en.ts';
import type { ActionContext, OpenMenu } from './action-context.ts';
import { type Allowed, oneTarget, targets } from './targets.ts';
import type { PanelName } from './use-panels.ts';

const say = catalogue(deskMessages);

/**
 * How soon a key acts again. `free`: it only looks around and repeats as fast as the keyboard; `step`: once a minute that is
 * added or taken, only a bouncing key is held off; `once`: not within its lock; `row`: its lock is that of its row, and the
 * row must have been in the frame a while; `air`: the same with a lock of its own, since it goes on air.
 */
export type Pace = 'free' | 'step' | 'once' | 'row' | 'air';

interface Keyed {
  /** The signs of its keys, as `key-signs.ts` tells them; none where it has a button or a menu's line alone. */
  keys?: readonly string[];
  /** `once` where nothing is said of an action of the desk, `row` of one on questions. */
  pace?: Pace;
}

interface OnQuestions extends Keyed {
  /** Which questions it may be done to. */
  allowed: Allowed;
  /** It makes them leave their list: the frame goes on to the next row. */
  leaves?: true;
  /** What its key does instead of acting on the row in the frame or on all that are selected. */
  press?: (desk: ActionContext) => void;
}

/** Something that can be done at the desk: by a key, a button of a row, a line of a row's menu. */
export type Action =
  | (Keyed & { on: 'desk'; run: (desk: ActionContext) => void })
  | (OnQuestions & { on: 'row'; run: (desk: ActionContext, question: QuestionView) => void })
  | (OnQuestions & { on: 'rows'; run: (desk: ActionContext, questions: readonly QuestionView[]) => void });

/** Everything that can be done at the desk, in the order in which help lists it. Everything here has a button too. */
export const actionTable = {
  next: { on: 'desk', keys: ['j', 'ArrowDown'], pace: 'free', run: ({ step }) => step(1) },
  previous: { on: 'desk', keys: ['k', 'ArrowUp'], pace: 'free', run: ({ step }) => step(-1) },
  previousList: { on: 'desk', keys: ['['], pace: 'free', run: ({ switchList }) => switchList(-1) },
  nextList: { on: 'desk', keys: [']'], pace: 'free', run: ({ switchList }) => switchList(1) },
  approve: {
    on: 'rows',
    keys: ['a'],
    allowed: 'approve',
    leaves: true,
    run: ({ actions }, questions) => actions.question.approve(questions),
  },
  approveAll: { on: 'desk', keys: ['Shift+a'], run: approveAll },
  dismiss: { on: 'rows', keys: ['n'], allowed: 'dismiss', run: menu('dismiss') },
  upNext: { on: 'row', keys: ['q'], allowed: 'upNext', run: toUpNext },
  upNextFirst: { on: 'row', keys: ['Shift+q'], allowed: 'upNext', run: placeAt(1) },
  place1: { on: 'row', keys: ['1'], allowed: 'upNext', run: placeAt(1) },
  place2: { on: 'row', keys: ['2'], allowed: 'upNext', run: placeAt(2) },
  place3: { on: 'row', keys: ['3'], allowed: 'upNext', run: placeAt(3) },
  place4: { on: 'row', keys: ['4'], allowed: 'upNext', run: placeAt(4) },
  place5: { on: 'row', keys: ['5'], allowed: 'upNext', run: placeAt(5) },
  upNextOut: {
    on: 'row',
    allowed: ({ upNext }) => upNext !== null,
    run: ({ actions }, question) => actions.question.upNextOut(question),
  },
  show: { on: 'row', keys: ['s'], allowed: 'show', pace: 'air', run: ({ show }, question) => show(question) },
  takeNext: { on: 'desk', keys: ['t'], run: ({ takeNext }) => takeNext() },
  answered: { on: 'desk', keys: ['d'], run: ({ answer }) => answer() },
  clear: { on: 'desk', keys: ['c'], run: ({ actions }) => actions.stage.clear() },
  black: { on: 'desk', keys: ['b'], run: ({ actions, isBlack }) => actions.stage.black(!isBlack) },
  undo: { on: 'desk', keys: ['z'], run: ({ undo }) => undo() },
  redo: { on: 'desk', keys: ['Shift+z'], run: ({ redo }) => redo() },
  edit: { on: 'row', keys: ['e'], allowed: 'edit', run: ({ edit }, question) => edit(question) },
  merge: {
    on: 'row',
    keys: ['m'],
    allowed: 'merge',
    press: pressMerge,
    run: ({ mark }, question) => mark(question),
  },
  unmerge: {
    on: 'row',
    allowed: 'unmerge',
    run: ({ actions }, question) => actions.question.unmerge(question),
  },
  move: { on: 'rows', keys: ['v'], allowed: 'move', run: menu('move') },
  moveHere: { on: 'desk', keys: ['Shift+v'], pace: 'row', run: moveHere },
  labels: { on: 'rows', keys: ['l'], allowed: 'label', run: menu('labels') },
  keep: { on: 'rows', keys: ['f'], allowed: 'keep', run: menu('keep') },
  restore: {
    on: 'row',
    allowed: 'restore',
    leaves: true,
    run: ({ actions }, question) => actions.question.restore(question),
  },
  markAnswered: {
    on: 'row',
    allowed: 'answer',
    leaves: true,
    run: ({ actions }, question) => actions.question.answered(question),
  },
  archive: {
    on: 'rows',
    allowed: 'archive',
    leaves: true,
    run: ({ actions }, questions) => actions.question.archive(questions),
  },
  reply: { on: 'row', keys: ['w'], allowed: 'reply', run: ({ reply }, question) => reply(question) },
  ban: {
    on: 'row',
    allowed: hasAsker,
    run: ({ actions }, question) => actions.question.ban(question, false),
  },
  banHide: {
    on: 'row',
    allowed: hasAsker,
    run: ({ actions }, question) => actions.question.ban(question, true),
  },
  roomQuestion: { on: 'desk', keys: ['r'], run: ({ toggleRoomQuestion }) => toggleRoomQuestion() },
  prepare: { on: 'desk', keys: ['Shift+r'], run: panel('prepare') },
  select: {
    on: 'row',
    keys: ['x'],
    allowed: () => true,
    pace: 'free',
    press: ({ row, select, refuse }) => (row === null ? refuse(say('no.row')) : select(row)),
    run: ({ select }, question) => select(question),
  },
  byAsker: { on: 'row', allowed: hasAsker, run: ({ showBy }, question) => showBy(question) },
  longer: { on: 'desk', keys: ['+', '='], pace: 'step', run: extendBy(1) },
  longerByFive: { on: 'desk', keys: ['Shift++', 'Shift+*'], pace: 'step', run: extendBy(5) },
  shorter: { on: 'desk', keys: ['-', '−'], pace: 'step', run: extendBy(-1) },
  shorterByFive: { on: 'desk', keys: ['Shift+-', 'Shift+_'], pace: 'step', run: extendBy(-5) },
  note: { on: 'desk', keys: ['.'], run: ({ toggleNote }) => toggleNote() },
  acknowledge: {
    on: 'desk',
    keys: ['y'],
    run({ acknowledge, refuse }) {
      if (!acknowledge()) refuse(say('no.message'));
    },
  },
  search: { on: 'desk', keys: ['/'], pace: 'free', run: ({ search }) => search() },
  help: { on: 'desk', keys: ['?'], pace: 'free', run: ({ toggleHelp }) => toggleHelp() },
  palette: { on: 'desk', run: ({ openPalette }) => openPalette() },
  chair: { on: 'desk', run: ({ openChair }) => openChair() },
  announce: { on: 'desk', run: panel('announce') },
  screens: { on: 'desk', run: panel('displays') },
  people: { on: 'desk', run: panel('people') },
  programme: { on: 'desk', run: panel('programme') },
  activity: { on: 'desk', run: panel('history') },
  safety: { on: 'desk', run: panel('safety') },
  settings: { on: 'desk', run: panel('settings') },
} as const satisfies Record<string, Action>;

/** The name of an action: its button, its line in a menu and its line of help are called so in the catalogue. */
export type ActionName = keyof typeof actionTable;

/** An action that is done to questions. */
export type QuestionAction = {
  [Name in ActionName]: (typeof actionTable)[Name]['on'] extends 'desk' ? never : Name;
}[ActionName];

function menu(kind: OpenMenu['kind']) {
  return ({ openMenu }: ActionContext, questions: readonly QuestionView[]) => openMenu({ kind, questions });
}

function panel(name: PanelName) {
  return ({ openPanel }: ActionContext) => openPanel(name);
}

function placeAt(position: number) {
  return ({ actions }: ActionContext, question: QuestionView) =>
    actions.question.upNext(question, Math.min(position, shortlistLimit));
}

function toUpNext({ actions, upNext, refuse }: ActionContext, question: QuestionView): void {
  if (question.upNext !== null) refuse(say('no.upNextAlready', { place: question.upNext }));
  else if (upNext.length >= shortlistLimit) refuse(say('no.full'));
  else actions.question.upNext(question, upNext.length + 1);
}

function approveAll({ unflagged, leaving, actions, refuse }: ActionContext): void {
  const found = unflagged();
  if (found.length === 0) refuse(say('no.nothingUnflagged'));
  else leaving(found, () => actions.question.approve(found));
}

function moveHere(desk: ActionContext): void {
  const { here, leaving, actions, refuse } = desk;
  if (here === null) {
    refuse(say('no.here'));
    return;
  }
  const place = { session: here.id, part: null, title: here.title };
  const found = targets(desk, 'move');
  if (found) leaving(found, () => actions.question.move(found, place));
}

/** Marks the row in the frame; a marked one is merged into the row that the operator went to since. */
function pressMerge(desk: ActionContext): void {
  const { isMerging, marked, row, mark, actions } = desk;
  if (!isMerging) {
    const [question] = oneTarget(desk, 'merge') ?? [];
    if (question) mark(question);
  } else if (row === null || marked === null || row.id === marked.id) mark(null);
  else {
    const [into] = oneTarget(desk, 'mergeInto') ?? [];
    if (!into) return;
    mark(null);
    actions.question.merge(marked, into);
  }
}

function extendBy(minutes: number) {
  return ({ onAir, actions, refuse }: ActionContext) =>
    onAir === null ? refuse(say('no.onAir')) : actions.session.extend(onAir, minutes);
}

/** What was asked aloud in the room has nobody who could be banned for it. */
function hasAsker({ asker }: QuestionView): boolean {
  return asker != null;
}
