import type { QuestionView, SessionView } from '../../../shared/views/view.ts';
import type { Actions } from './use-actions.ts';
import type { PanelName } from './use-panels.ts';

/** A menu that is open, and the questions it is about. */
export interface OpenMenu {
  kind: 'dismiss' | 'keep' | 'move' | 'labels';
  questions: readonly QuestionView[];
}

/** What the table of actions works with: where the operator is at the desk, and what can be done from there. */
export interface ActionContext {
  /** What is sent to the server. */
  actions: Actions;
  undo: () => void;
  redo: () => void;
  /** Says in the desk's line why something is not done. */
  refuse: (line: string) => void;

  /** The question in the frame; null where none is drawn there. */
  row: QuestionView | null;
  selected: readonly QuestionView[];
  /** The unflagged questions that wait in view. */
  unflagged: () => readonly QuestionView[];
  /** Up next in the session that is watched, the next first. */
  upNext: readonly QuestionView[];
  /** The session that the room is at, and the one that is on air there. */
  here: SessionView | null;
  onAir: SessionView | null;
  isBlack: boolean;
  /** Whether a question was marked to be merged, and that question as long as it is known. */
  isMerging: boolean;
  marked: QuestionView | null;

  /** Does what makes questions leave their list, and goes on to the next row. */
  leaving: (questions: readonly QuestionView[], act: () => void) => void;
  openMenu: (menu: OpenMenu) => void;
  edit: (question: QuestionView) => void;
  reply: (question: QuestionView) => void;
  /** Marks a question to be merged into another; null gives that up. */
  mark: (question: QuestionView | null) => void;
  select: (question: QuestionView) => void;
  show: (question: QuestionView) => void;
  takeNext: () => void;
  /** Marks the question on screen as answered, else the row in the frame. */
  answer: () => void;

  step: (by: 1 | -1) => void;
  switchList: (by: 1 | -1) => void;
  /** Opens or closes a side panel. */
  toggleRoomQuestion: () => void;
  toggleHelp: () => void;
  toggleNote: () => void;
  /** Acknowledges the oldest message to the staff; false where there is none. */
  acknowledge: () => boolean;
  search: () => void;
  /** Lists only what the asker of a question asked. */
  showBy: (question: QuestionView) => void;
  openPanel: (panel: PanelName) => void;
  /** The list of every action, to be searched. */
  openPalette: () => void;
  openChair: () => void;
}
