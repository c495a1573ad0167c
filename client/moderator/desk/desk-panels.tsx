import type { EventView, QuestionView, SessionView, View } from '../../../shared/views/view.ts';
import type { PanelName } from '../actions/use-panels.ts';
import type { KeySettings } from '../keys/use-shortcuts.ts';
import { AnnouncePanel } from '../panels/announce-panel.tsx';
import { HelpPanel, SettingsPanel } from '../panels/help-and-settings.tsx';
import { HistoryPanel } from '../panels/history-panel.tsx';
import { NotePanel } from '../panels/note-panel.tsx';
import { PeoplePanel } from '../panels/people-panel.tsx';
import { PreparePanel } from '../panels/prepare-panel.tsx';
import { ReplyPanel } from '../panels/reply-panel.tsx';
import { ReportsPanel } from '../panels/reports-panel.tsx';
import { RoomQuestionPanel } from '../panels/room-question-panel.tsx';
import { SafetyPanel } from '../panels/safety-panel.tsx';
import { ProgrammePanel } from '../programme/programme-panel.tsx';
import { DisplaysPanel } from '../screen/displays-panel.tsx';
import type { DeskState } from './use-desk.ts';

interface DeskPanelsProps {
  panel: PanelName | null;
  view: View;
  event: EventView;
  room: string;
  desk: DeskState;
  /** The question that is answered in writing. */
  replying: string | null;
  /** The session whose speaker the message is for. */
  addressee: string | null;
  settings: KeySettings;
  onSettings: (change: Partial<KeySettings>) => void;
  onNote: (session: SessionView) => void;
  onClose: () => void;
}

/** The side panel that is open, if one is. */
export function DeskPanels(props: DeskPanelsProps) {
  const { panel, view, event, room, desk, settings, onClose } = props;
  const { actions, watched } = desk;
  const { questions, sessions, programme, active } = watched;
  switch (panel) {
    case null:
      return null;
    case 'programme':
      return (
        <ProgrammePanel
          event={event}
          room={room}
          programme={programme}
          actions={actions.session}
          internal={desk.internal}
          onInternal={desk.setInternal}
          onNote={props.onNote}
          onClose={onClose}
        />
      );
    case 'note':
      return <NoteTo {...props} session={sessions[props.addressee ?? '']} />;
    case 'help':
      return <HelpPanel mode={settings.mode} onClose={onClose} />;
    case 'settings':
      return (
        <SettingsPanel
          {...settings}
          policy={event.policy}
          onMode={(mode) => props.onSettings({ mode })}
          onClicker={(clicker) => props.onSettings({ clicker })}
          onPolicy={actions.stage.switches}
          onClose={onClose}
        />
      );
    case 'room':
      return <RoomQuestionPanel session={active} onLog={actions.stage.roomQuestion} onClose={onClose} />;
    case 'prepare':
      return (
        <PreparePanel
          session={active}
          programme={programme}
          onPrepare={actions.question.prepare}
          onClose={onClose}
        />
      );
    case 'reply':
      return <ReplyTo {...props} question={questions[props.replying ?? '']} />;
    case 'announce':
      return (
        <AnnouncePanel
          messages={Object.values(view.messages ?? {})}
          zone={event.timezone}
          onAnnounce={actions.stage.announce}
          onEnd={actions.stage.endAnnouncement}
          onClose={onClose}
        />
      );
    case 'reports':
      return (
        <ReportsPanel
          reports={Object.values(view.reports ?? {})}
          questions={questions}
          zone={event.timezone}
          onResolve={actions.question.resolve}
          onDismiss={(question, reports) => {
            actions.question.dismiss([question], 'conduct');
            actions.question.resolve(reports);
          }}
          onBan={(question, reports) => {
            actions.question.ban(question, true);
            actions.question.resolve(reports);
          }}
          onClose={onClose}
        />
      );
    case 'displays':
      return (
        <DisplaysPanel
          view={view}
          event={event}
          room={room}
          onSet={actions.stage.display}
          onClose={onClose}
        />
      );
    case 'safety':
      return <SafetyPanel policy={event.policy} onSwitch={actions.stage.switches} onClose={onClose} />;
    case 'people':
      return <PeoplePanel view={view} event={event} onClose={onClose} />;
    case 'history':
      return (
        <HistoryPanel
          slug={event.slug}
          zone={event.timezone}
          names={{ ...view, questions }}
          onUnknown={desk.fetched.want}
          onUndo={desk.commands.takeBack}
          onClose={onClose}
        />
      );
  }
}

/** A message to the speaker of a session; nothing where it is gone meanwhile. */
function NoteTo({ event, desk, session, onClose }: DeskPanelsProps & { session: SessionView | undefined }) {
  if (!session) return null;
  const write = desk.actions.session.note;
  return <NotePanel key={session.id} event={event} session={session} onWrite={write} onClose={onClose} />;
}

/** An answer in writing to a question; nothing where it is gone meanwhile. */
function ReplyTo({ desk, question, onClose }: DeskPanelsProps & { question: QuestionView | undefined }) {
  if (!question) return null;
  return (
    <ReplyPanel
      key={question.id}
      question={question}
      onReply={(...answer) => desk.actions.question.reply(question, ...answer)}
      onClose={onClose}
    />
  );
}
