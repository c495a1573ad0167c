import { useCallback } from 'react';
import { allows, type Move } from '../../../shared/questions/moves.ts';
import { shortlistLimit } from '../../../shared/questions/question.ts';
import type { QuestionView, SessionView } from '../../../shared/views/view.ts';
import { catalogue } from '../../look/messages.ts';
import { isFlagged } from '../lists/filters.ts';
import type { useCurrentRow } from '../lists/use-current-row.ts';
import type { OwnHand } from '../lists/use-own-hand.ts';
import type { Selection } from '../lists/use-selection.ts';
import { deskMessages } from '../messages/desk.en.ts';
import type { RowDeed } from '../row/question-row.tsx';
import type { QuestionDeeds } from './question-actions.ts';

const say = catalogue(deskMessages);

/** A menu that is open, and the questions it is about. */
export interface OpenMenu {
  kind: 'dismiss' | 'keep' | 'move' | 'labels' | 'more';
  questions: readonly QuestionView[];
}

interface RowActsProps {
  questions: Readonly<Record<string, QuestionView>>;
  rows: ReturnType<typeof useCurrentRow>;
  /** The question in the frame; null where none is drawn there. */
  row: QuestionView | null;
  hand: OwnHand;
  selection: Selection;
  deeds: QuestionDeeds;
  upNext: readonly QuestionView[];
  /** The session that the room is at: where `moveHere` brings a question. */
  here: SessionView | null;
  merging: string | null;
  onMerging: (question: string | null) => void;
  onMenu: (menu: OpenMenu) => void;
  onEdit: (question: string) => void;
  onReply: (question: string) => void;
  onShow: (question: QuestionView) => void;
  refuse: (line: string) => void;
}

/** What keys and buttons do to the row in focus, or to all rows that are selected. */
export function useRowActs(props: RowActsProps) {
  const { questions, rows, row, hand, selection, deeds, upNext, refuse } = props;
  const { current, goTo, listAt } = rows;

  /**
   * Does something to questions that leave their list by it, and goes on to the next one; without a next one the frame
   * stays where it is.
   */
  const leaving = useCallback(
    (leave: readonly QuestionView[], act: () => void) => {
      const ids = new Set(leave.map(({ id }) => id));
      const list = listAt(current.list);
      let next = current.id;
      for (let step = 0; next !== null && ids.has(next) && step <= ids.size; step += 1)
        next = list?.after(next) ?? null;
      hand.did(ids);
      act();
      if (leave.length > 1) selection.clear();
      if (next !== null && next !== current.id && !ids.has(next)) goTo(current.list, next, 'desk');
    },
    [current, goTo, listAt, selection, hand],
  );

  /** The questions that a deed is about, as far as it can be done to them; null where the operator was told why not. */
  const targets = (deed: Move): readonly QuestionView[] | null => {
    const selected = [...selection.ids].flatMap((id) => questions[id] ?? []);
    if (selected.length > 0) {
      const can = selected.filter(({ status }) => allows(deed, status));
      if (can.length > 0) return can;
      refuse(say('no.selection'));
      return null;
    }
    if (row === null) {
      refuse(say('no.row'));
      return null;
    }
    if (allows(deed, row.status)) return [row];
    refuse(deed === 'show' ? say('no.notShown') : say('no.status', { status: say(`status.${row.status}`) }));
    return null;
  };
  /** Does something to the one row in the frame, where no other is selected. */
  const one = (deed: Move, act: (question: QuestionView) => void) => {
    if ([...selection.ids].some((id) => id !== row?.id)) return refuse(say('no.oneOnly'));
    const [question] = targets(deed) ?? [];
    if (question) act(question);
  };

  const approve = () => {
    const found = targets('approve');
    if (found) leaving(found, () => deeds.approve(found));
  };
  const approveAll = () => {
    const found = (listAt('waiting')?.inView() ?? [])
      .flatMap((id) => questions[id] ?? [])
      .filter((question) => question.status === 'inReview' && !isFlagged(question));
    if (found.length === 0) return refuse(say('no.nothingUnflagged'));
    leaving(found, () => deeds.approve(found));
  };
  const menu = (kind: Exclude<OpenMenu['kind'], 'more'>, deed: Move) => {
    const found = targets(deed);
    if (found) props.onMenu({ kind, questions: found });
  };
  const queueAt = (position: number) =>
    one('queue', (question) => deeds.queue(question, Math.min(position, shortlistLimit)));
  const queue = () =>
    one('queue', (question) => {
      if (question.upNext !== null) refuse(say('no.queued', { place: question.upNext }));
      else if (upNext.length >= shortlistLimit) refuse(say('no.full'));
      else deeds.queue(question, upNext.length + 1);
    });
  const merge = () => {
    if (props.merging === null)
      return one('merge', ({ id }) => {
        props.onMerging(id);
      });
    const marked = questions[props.merging];
    if (row === null || !marked || row.id === marked.id) return props.onMerging(null);
    one('mergeInto', (into) => {
      props.onMerging(null);
      deeds.merge(marked, into);
    });
  };
  const moveHere = () => {
    const { here } = props;
    if (here === null) return refuse(say('no.here'));
    const found = targets('move');
    if (found) leaving(found, () => deeds.move(found, { session: here.id, part: null, title: here.title }));
  };

  return {
    leaving,
    approve,
    approveAll,
    dismiss: () => menu('dismiss', 'dismiss'),
    keep: () => menu('keep', 'keep'),
    move: () => menu('move', 'move'),
    labels: () => menu('labels', 'label'),
    moveHere,
    merge,
    queue,
    queueAt,
    show: () => one('show', props.onShow),
    edit: () => one('edit', ({ id }) => props.onEdit(id)),
    reply: () => one('reply', ({ id }) => props.onReply(id)),
    select: () => (row === null ? refuse(say('no.row')) : selection.toggle(row.id)),
    /** What a button of a row asks for: of that row, wherever the focus is. */
    onButton(deed: RowDeed, id: string) {
      const question = questions[id];
      if (!question) return;
      const only = [question];
      switch (deed) {
        case 'approve':
          return leaving(only, () => deeds.approve(only));
        case 'dismiss':
          return props.onMenu({ kind: 'dismiss', questions: only });
        case 'restore':
          return leaving(only, () => deeds.restore(question));
        case 'answered':
          return leaving(only, () => deeds.answered(question));
        case 'show':
          return props.onShow(question);
        case 'queue':
          return upNext.length >= shortlistLimit && question.upNext === null
            ? refuse(say('no.full'))
            : deeds.queue(question, question.upNext ?? upNext.length + 1);
        case 'more':
          return props.onMenu({ kind: 'more', questions: only });
        case 'select':
          return selection.toggle(id);
      }
    },
  };
}
