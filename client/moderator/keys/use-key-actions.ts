import { type RefObject, useRef } from 'react';
import { allows } from '../../../shared/questions/moves.ts';
import { whereWeAre } from '../../../shared/rundown/on-now.ts';
import type { QuestionView, SessionView } from '../../../shared/views/view.ts';
import { catalogue } from '../../look/messages.ts';
import type { OpenMenu, useRowActs } from '../actions/use-row-actions.ts';
import type { useStaffMessages } from '../desk/staff-messages.tsx';
import type { DeskState } from '../desk/use-desk.ts';
import { type ListName, listBeside, listWith, nextWithRows } from '../lists/lists.ts';
import type { useCurrentRow } from '../lists/use-current-row.ts';
import type { Selection } from '../lists/use-selection.ts';
import { deskMessages } from '../messages/desk.en.ts';
import type { usePanels } from '../panels/use-panels.ts';
import type { MenuDeed } from '../row/row-menus.tsx';
import { type Deed, settleTime } from './shortcuts.ts';

const say = catalogue(deskMessages);

interface KeyActsProps {
  desk: DeskState;
  acts: ReturnType<typeof useRowActs>;
  rows: ReturnType<typeof useCurrentRow>;
  /** The question in the frame; null where none is drawn there. */
  row: QuestionView | null;
  lists: Readonly<Record<ListName, readonly string[]>>;
  /** Shows everything again, where a search or a filter hides what is to be gone to. */
  onShowAll: () => void;
  panels: ReturnType<typeof usePanels>;
  messages: ReturnType<typeof useStaffMessages>;
  selection: Selection;
  search: RefObject<HTMLInputElement | null>;
  onAddressee: (session: string) => void;
  onMenu: (menu: OpenMenu) => void;
  onEdit: (question: string) => void;
  onReply: (question: string) => void;
  onMerging: (question: string) => void;
}

/** How long Answered means the question on screen after it was marked, in milliseconds. */
const answeredPause = 3_000;

/** What each key does, and what the menu of a row asks for; buttons call the same. */
export function useKeyActs(props: KeyActsProps) {
  const { desk, acts, rows, row, lists, panels, messages, selection } = props;
  const { commands, deeds, watched, showing } = desk;
  const { programme, session, onScreen, stage } = watched;
  const { current, beside, choose, goTo, listAt } = rows;
  const { refuse } = commands;

  const answeredAt = useRef(Number.NEGATIVE_INFINITY);
  const answered = () => {
    const isDone = onScreen?.status === 'answered';
    // Whoever presses twice to be sure means the one on screen both times, and no row besides.
    if (isDone && (row?.id === onScreen.id || performance.now() - answeredAt.current < answeredPause))
      return refuse(say('no.answered'));
    const target = onScreen && !isDone ? onScreen : row;
    if (target !== onScreen && performance.now() - rows.rowSince() < settleTime) return;
    answeredAt.current = performance.now();
    if (target && allows('answer', target.status))
      acts.leaving([target], () => deeds.question.answered(target));
    else refuse(say('no.row'));
  };
  /** The row at which one comes into a list: the one that was left, else the first. */
  const entryOf = (list: ListName) => {
    const last = rows.lastIn(list);
    const drawn = listAt(list);
    if (drawn) return drawn.entry(last);
    return last !== null && lists[list].includes(last) ? last : (lists[list][0] ?? null);
  };
  const enter = (list: ListName) => goTo(list, entryOf(list), 'desk');
  const openList = (list: ListName) => choose(list, entryOf(list), 'desk');
  const black = () => deeds.stage.black(!(stage?.black ?? false));
  const switchList = (step: 1 | -1) => {
    const to = listBeside(current.list, beside, step);
    enter(to);
    // All the way round, the list beside Waiting is the first one again.
    if (to === 'waiting' && step === 1) rows.closeBeside();
  };
  const step = (by: 1 | -1) => {
    const list = listAt(current.list);
    const to = list?.step(current.id, by) ?? null;
    if (to !== null) return goTo(current.list, to);
    const isDone = (list?.entry(null) ?? null) === null;
    const other = isDone ? nextWithRows(lists, current.list) : null;
    if (other === null) goTo(current.list, current.id);
    else enter(other);
  };
  const goToQuestion = (question: QuestionView) => {
    const list = listWith(question.status);
    if (list === null) return;
    if (!lists[list].includes(question.id)) props.onShowAll();
    goTo(list, question.id);
  };
  const extend = (minutes: number) => {
    const { now } = whereWeAre(programme);
    if (now) deeds.session.extend(now, minutes);
    else refuse(say('no.onAir'));
  };
  const writeTo = (to: SessionView | null) => {
    if (to === null) return refuse(say('no.speaker'));
    props.onAddressee(to.id);
    panels.open('note');
  };

  const keys: Record<Deed, () => void> = {
    next: () => step(1),
    previous: () => step(-1),
    nextList: () => switchList(1),
    previousList: () => switchList(-1),
    approve: acts.approve,
    approveAll: acts.approveAll,
    dismiss: acts.dismiss,
    queue: acts.queue,
    queueFirst: () => acts.queueAt(1),
    place1: () => acts.queueAt(1),
    place2: () => acts.queueAt(2),
    place3: () => acts.queueAt(3),
    place4: () => acts.queueAt(4),
    place5: () => acts.queueAt(5),
    show: acts.show,
    takeNext: showing.takeNext,
    answered,
    clear: deeds.stage.clear,
    black,
    undo: commands.undo,
    redo: commands.redo,
    edit: acts.edit,
    merge: acts.merge,
    move: acts.move,
    moveHere: acts.moveHere,
    labels: acts.labels,
    keep: acts.keep,
    reply: acts.reply,
    roomQuestion: () => panels.toggle('room'),
    select: acts.select,
    longer: () => extend(1),
    longerByFive: () => extend(5),
    shorter: () => extend(-1),
    shorterByFive: () => extend(-5),
    note: () => (panels.panel === 'note' ? panels.close() : writeTo(session)),
    acknowledge: () => {
      if (!messages.acknowledge()) refuse(say('no.message'));
    },
    search: () => props.search.current?.focus(),
    help: () => panels.toggle('help'),
  };

  const onMenuDeed = (deed: MenuDeed, question: QuestionView) => {
    const { question: does } = deeds;
    switch (deed) {
      case 'edit':
        goToQuestion(question);
        return props.onEdit(question.id);
      case 'queueFirst':
        return does.queue(question, 1);
      case 'unqueue':
        return does.unqueue(question);
      case 'merge':
        return props.onMerging(question.id);
      case 'unmerge':
        return does.unmerge(question);
      case 'reply':
        return props.onReply(question.id);
      case 'select':
        return selection.toggle(question.id);
      case 'archive':
        return acts.leaving([question], () => does.archive([question]));
      case 'answered':
        return acts.leaving([question], () => does.answered(question));
      case 'ban':
        return does.ban(question, false);
      case 'banHide':
        return does.ban(question, true);
      case 'keep':
      case 'move':
      case 'labels':
      case 'dismiss':
        return props.onMenu({ kind: deed, questions: [question] });
    }
  };
  return { keys, answered, black, openList, goToQuestion, writeTo, onMenuDeed };
}
