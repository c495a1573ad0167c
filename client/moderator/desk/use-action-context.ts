import { sessionAsked, whereWeAre } from '../../../shared/rundown/on-now.ts';
import { isFlagged } from '../../../shared/views/search.ts';
import type { QuestionView, SessionView } from '../../../shared/views/view.ts';
import { catalogue } from '../../look/messages.ts';
import type { ActionContext, OpenMenu } from '../actions/action-context.ts';
import type { usePanels } from '../actions/use-panels.ts';
import type { ListSteps } from '../lists/list-steps.ts';
import type { useFrame } from '../lists/use-frame.ts';
import { useLeave } from '../lists/use-leave.ts';
import type { Selection } from '../lists/use-selection.ts';
import { deskMessages } from '../messages/desk.en.ts';
import { useAnswer } from '../screen/use-answer.ts';
import type { useStaffMessages } from './staff-messages.tsx';
import type { DeskState } from './use-desk.ts';

const say = catalogue(deskMessages);

/** Where the operator is at this desk, as the table of actions works with it. */
export function useActionContext(props: {
  desk: DeskState;
  frame: ReturnType<typeof useFrame>;
  steps: ListSteps;
  selection: Selection;
  panels: ReturnType<typeof usePanels>;
  messages: ReturnType<typeof useStaffMessages>;
  search: () => void;
  onAsker: (asker: string | null) => void;
  onPalette: () => void;
  onChair: () => void;
  /** The id of the question that is marked to be merged; null where none is. */
  merging: string | null;
  onMerging: (question: string | null) => void;
  onMenu: (menu: OpenMenu) => void;
  onEdit: (question: string) => void;
  onReply: (question: string) => void;
  /** Opens the note to the speaker of a session. */
  onNote: (session: SessionView) => void;
}): ActionContext {
  const { desk, frame, steps, selection, panels, merging } = props;
  const { commands, actions, watched, showing } = desk;
  const { questions, programme, session, onScreen, stage, upNext } = watched;
  const { rows, row, hand } = frame;
  const { refuse } = commands;
  const known = (ids: Iterable<string>) => [...ids].flatMap((id) => questions[id] ?? []);
  const leaving = useLeave(rows, hand, selection);
  const answer = useAnswer({
    onScreen,
    row,
    rowSince: rows.rowSince,
    answer: (question: QuestionView) => leaving([question], () => actions.question.answered(question)),
    refuse,
  });
  return {
    actions,
    undo: commands.undo,
    redo: commands.redo,
    refuse,
    row,
    selected: known(selection.ids),
    unflagged: () =>
      known(rows.listAt('waiting')?.inView() ?? []).filter(
        (question) => question.status === 'inReview' && !isFlagged(question),
      ),
    upNext,
    here: sessionAsked(programme),
    onAir: whereWeAre(programme).now,
    isBlack: stage?.black ?? false,
    isMerging: merging !== null,
    marked: merging === null ? null : (questions[merging] ?? null),
    leaving,
    openMenu: props.onMenu,
    edit(question) {
      if (question.id !== row?.id) steps.goToQuestion(question);
      props.onEdit(question.id);
    },
    reply: ({ id }) => props.onReply(id),
    mark: (question) => props.onMerging(question?.id ?? null),
    select: ({ id }) => selection.toggle(id),
    show: showing.show,
    takeNext: showing.takeNext,
    answer,
    step: steps.step,
    switchList: steps.switchList,
    toggleRoomQuestion: () => panels.toggle('room'),
    toggleHelp: () => panels.toggle('help'),
    toggleNote() {
      if (panels.panel === 'note') panels.close();
      else if (session === null) refuse(say('no.speaker'));
      else props.onNote(session);
    },
    acknowledge: props.messages.acknowledge,
    search: props.search,
    showBy: ({ asker }) => props.onAsker(asker ?? null),
    openPanel: panels.toggle,
    openPalette: props.onPalette,
    openChair: props.onChair,
  };
}
