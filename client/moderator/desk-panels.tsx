import type { EventView, SessionView } from '../../shared/views/view.ts';
import type { PanelName } from './desk-header.tsx';
import type { KeyMode } from './keys.ts';
import { NotePanel } from './note-panel.tsx';
import { HelpPanel, RoomQuestionPanel, SettingsPanel } from './panels.tsx';
import { ProgrammePanel } from './programme-panel.tsx';
import type { Deeds } from './use-deeds.ts';

/** The side panel that is open, if one is. */
export function DeskPanels(props: {
  panel: PanelName | null;
  event: EventView;
  room: string;
  programme: readonly SessionView[];
  session: SessionView | null;
  /** The session whose speaker the message is for. */
  addressee: SessionView | null;
  crewOnly: boolean;
  onCrewOnly: (on: boolean) => void;
  onNote: (session: SessionView) => void;
  deeds: Deeds;
  mode: KeyMode;
  onMode: (mode: KeyMode) => void;
  onClose: () => void;
}) {
  const { panel, event, programme, session, deeds, mode, onMode, onClose } = props;
  switch (panel) {
    case null:
      return null;
    case 'programme':
      return (
        <ProgrammePanel
          event={event}
          room={props.room}
          programme={programme}
          deeds={deeds.session}
          crewOnly={props.crewOnly}
          onCrewOnly={props.onCrewOnly}
          onNote={props.onNote}
          onClose={onClose}
        />
      );
    case 'note':
      if (props.addressee === null) return null;
      return (
        <NotePanel event={event} session={props.addressee} onWrite={deeds.session.note} onClose={onClose} />
      );
    case 'help':
      return <HelpPanel mode={mode} onClose={onClose} />;
    case 'settings':
      return (
        <SettingsPanel
          mode={mode}
          policy={event.policy}
          onMode={onMode}
          onPolicy={deeds.policy}
          onClose={onClose}
        />
      );
    case 'room':
      if (session === null) return null;
      return (
        <RoomQuestionPanel
          onClose={onClose}
          onLog={(text) => {
            deeds.roomQuestion(session, text);
            onClose();
          }}
        />
      );
  }
}
