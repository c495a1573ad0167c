import { useMemo } from 'react';
import { allows } from '../../../shared/questions/moves.ts';
import type { EventView, QuestionView, View } from '../../../shared/views/view.ts';
import { catalogue } from '../../look/messages.ts';
import { mergedInto } from '../lists/lists.ts';
import { UpNext } from '../lists/up-next.tsx';
import { useDragUpNext } from '../lists/use-drag-up-next.ts';
import { useMergedInto } from '../lists/use-merged-into.ts';
import { useSuggestion } from '../lists/use-suggestion.ts';
import { deskMessages } from '../messages/desk.en.ts';
import { PreviewPanel } from '../screen/preview-panel.tsx';
import { ScreenPanel } from '../screen/screen-panel.tsx';
import css from './desk.module.css';
import { filledText } from './fullness.ts';
import { StaffMessages, type useStaffMessages } from './staff-messages.tsx';
import type { DeskState } from './use-desk.ts';

const say = catalogue(deskMessages);

/** Beside the lists: what the room sees, what comes next, what would be shown, and the switches for a flood. */
export function DeskSide(props: {
  view: View;
  event: EventView;
  room: string;
  desk: DeskState;
  row: QuestionView | null;
  editing: boolean;
  messages: ReturnType<typeof useStaffMessages>;
  onAnswered: () => void;
  onBlack: () => void;
  onDisplays: () => void;
  onEdit: () => void;
  /** The wording for the screen, or null where it was given up; gives whether it was done. */
  onEdited: (text: string | null) => Promise<boolean>;
  onGoTo: (question: QuestionView) => void;
}) {
  const { view, event, room, desk, row, messages } = props;
  const { watched, actions, showing, noShow } = desk;
  const { all, active, onScreen, upNext } = watched;
  const at = row?.id ?? null;
  const merged = useMemo(() => (at === null ? [] : mergedInto(all, at)), [all, at]);
  useMergedInto(event.slug, row, merged.length, desk.fetched);
  const suggestion = useSuggestion(all, active?.id ?? null, onScreen?.id ?? null, view.balance);
  useDragUpNext((id, position) => {
    const question = watched.questions[id];
    if (question) actions.question.upNext(question, position);
  });
  const filled = filledText(event.filled);
  return (
    <div className={css.side} data-editing={props.editing}>
      {event.joinUrl === null && view.me?.role === 'organizer' && (
        <p className={css.warning}>{say('desk.unreachable')}</p>
      )}
      {filled !== null && <p className={css.warning}>{filled}</p>}
      {event.closed && <p className={css.warning}>{say('desk.closed')}</p>}
      <StaffMessages open={messages.open} onAcknowledge={() => messages.acknowledge()} />
      <ScreenPanel
        view={view}
        room={room}
        displays={watched.displays}
        onScreen={onScreen}
        noShow={noShow}
        inDoubt={desk.commands.inDoubt}
        canAnswer={onScreen !== null && allows('answer', onScreen.status)}
        onClear={actions.stage.clear}
        onAnswered={props.onAnswered}
        onBlack={props.onBlack}
        onDisplays={props.onDisplays}
      />
      <UpNext
        upNext={upNext}
        folded={props.editing}
        suggestion={suggestion}
        noShow={noShow}
        onTakeNext={showing.takeNext}
        onPlace={actions.question.upNext}
        onOut={actions.question.upNextOut}
        onGoTo={props.onGoTo}
      />
      <PreviewPanel
        view={view}
        room={room}
        question={row}
        merged={merged}
        editing={props.editing}
        noShow={noShow}
        onEdit={props.onEdit}
        onSave={props.onEdited}
        onCancel={() => void props.onEdited(null)}
        onUnmerge={actions.question.unmerge}
        onShowScene={actions.stage.scene}
      />
    </div>
  );
}
