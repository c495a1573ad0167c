import { useCallback, useMemo, useState } from 'react';
import type { EventView, View } from '../../shared/views/view.ts';
import { useConnectionState, usePresence } from '../connection/hooks.tsx';
import { ConnectionBanner } from '../look/connection-banner.tsx';
import { catalogue } from '../look/messages.ts';
import { programmeOf } from '../stage/scene.ts';
import css from './desk.module.css';
import { DeskHeader, type PanelName, type Watch } from './desk-header.tsx';
import { DeskLists } from './desk-lists.tsx';
import type { Deed } from './keys.ts';
import { type Focus, type ListName, listNames, sessionToWatch, waitingElsewhere } from './lists.ts';
import { deskMessages } from './messages.en.ts';
import { NoticeLine } from './notice-line.tsx';
import { HelpPanel, RoomQuestionPanel, SettingsPanel } from './panels.tsx';
import { PreviewPanel } from './preview-panel.tsx';
import { ProgrammeBar } from './programme-bar.tsx';
import { ProgrammePanel } from './programme-panel.tsx';
import type { RowDeed } from './question-row.tsx';
import { ReasonsMenu } from './reasons-menu.tsx';
import { ScreenPanel } from './screen-panel.tsx';
import { useCommands } from './use-commands.ts';
import { useCurrentRow } from './use-current-row.ts';
import { useDeeds } from './use-deeds.ts';
import { useDeskKeys, useKeyMode } from './use-desk-keys.ts';

const say = catalogue(deskMessages);

/** The desk of one room. */
export function Desk({
  view,
  event,
  room,
  onRoom,
}: {
  view: View;
  event: EventView;
  room: string;
  onRoom: (room: string) => void;
}) {
  const [watch, setWatch] = useState<Watch>('follow');
  const [panel, setPanel] = useState<PanelName | null>(null);
  const [asking, setAsking] = useState<string | null>(null);
  const [editing, setEditing] = useState<string | null>(null);
  const [mode, setMode] = useKeyMode();
  const connection = useConnectionState();
  const people = usePresence() ?? event.people;
  const { run, undo, refuse, notice, dismiss } = useCommands();
  const deeds = useDeeds(run, room);
  const { current, choose, goTo, handleOf, rowSince, listAt } = useCurrentRow();

  const questions = useMemo(() => view.questions ?? {}, [view.questions]);
  const sessions = useMemo(() => view.sessions ?? {}, [view.sessions]);
  const programme = useMemo(
    () => programmeOf({ sessions, room: { id: room, name: room }, stage: null }),
    [sessions, room],
  );
  const session =
    typeof watch === 'object'
      ? (sessions[watch.session] ?? null)
      : watch === 'follow'
        ? sessionToWatch(programme)
        : null;
  const focus: Focus = session ? { session: session.id } : 'all';
  const stage = view.stages?.[room] ?? null;
  const onScreen = stage?.show.kind === 'question' ? (questions[stage.show.question] ?? null) : null;
  const displays = useMemo(
    () => Object.values(view.displays ?? {}).filter((display) => display.room === room),
    [view.displays, room],
  );
  const row = current.id === null ? null : (questions[current.id] ?? null);
  const noShow = connection === 'stale' || connection === 'connecting' ? say('no.connection') : null;

  /** Does something to a question that makes it leave its list, and goes on to the next one. */
  const leave = useCallback(
    (id: string, act: () => void) => {
      const next = listAt(current.list)?.after(id) ?? null;
      act();
      if (current.id === id) goTo(current.list, next);
    },
    [current, goTo, listAt],
  );

  const onDeed = useCallback(
    (deed: RowDeed, id: string) => {
      const question = questions[id];
      if (!question) return;
      if (deed === 'dismiss') setAsking(id);
      else if (deed === 'show') deeds.show(question);
      else leave(id, () => deeds[deed](question));
    },
    [questions, deeds, leave],
  );

  const answered = () => {
    const target = onScreen && onScreen.status !== 'answered' ? onScreen : null;
    if (target) deeds.answered(target);
    else if (row && (row.status === 'live' || row.status === 'kept'))
      leave(row.id, () => deeds.answered(row));
    else refuse(say('no.row'));
  };

  const switchList = (step: 1 | -1) => {
    const at = listNames.indexOf(current.list);
    const list = listNames[(at + step + listNames.length) % listNames.length] ?? 'waiting';
    goTo(list, null);
  };

  const onRow = (deed: 'approve' | 'dismiss' | 'show' | 'edit') => {
    if (row === null) return refuse(say('no.row'));
    if (listAt(current.list)?.hasLeft(row.id)) return refuse(say('no.left'));
    if (deed === 'edit') return setEditing(row.id);
    if (deed === 'show') {
      if (noShow !== null) return refuse(noShow);
      return ['live', 'answered', 'kept'].includes(row.status) ? deeds.show(row) : refuse(say('no.notShown'));
    }
    onDeed(deed, row.id);
  };

  const toggle = (name: PanelName) => setPanel((open) => (open === name ? null : name));

  const acts: Record<Deed, () => void> = {
    next: () => goTo(current.list, listAt(current.list)?.step(current.id, 1) ?? current.id),
    previous: () => goTo(current.list, listAt(current.list)?.step(current.id, -1) ?? current.id),
    nextList: () => switchList(1),
    previousList: () => switchList(-1),
    approve: () => onRow('approve'),
    dismiss: () => onRow('dismiss'),
    show: () => onRow('show'),
    edit: () => onRow('edit'),
    answered,
    clear: deeds.clear,
    black: () => deeds.black(!(stage?.black ?? false)),
    undo,
    roomQuestion: () => toggle('room'),
    help: () => toggle('help'),
  };
  useDeskKeys(mode, rowSince, (deed) => acts[deed]());

  const closePanel = useCallback(() => setPanel(null), []);
  const closeMenu = useCallback(() => {
    setAsking(null);
    goTo(current.list, current.id);
  }, [goTo, current]);
  const focusRow = useCallback((list: ListName, id: string) => choose(list, id), [choose]);

  return (
    <main className={css.desk} data-stale={connection === 'stale'}>
      <div className={css.banner}>
        <ConnectionBanner />
      </div>
      <DeskHeader
        view={view}
        room={room}
        programme={programme}
        session={session}
        watch={watch}
        elsewhere={waitingElsewhere(questions, focus)}
        onRoom={onRoom}
        onWatch={setWatch}
        onPanel={toggle}
      />
      <div className={css.work}>
        <DeskLists
          questions={questions}
          sessions={sessions}
          focus={focus}
          zone={event.timezone}
          people={people ? people.inRoom + people.remote : null}
          current={current}
          shown={onScreen?.id ?? null}
          noShow={noShow}
          onList={(list) => goTo(list, null)}
          onFocusRow={focusRow}
          onDeed={onDeed}
          handleOf={handleOf}
        />
        {panel === 'programme' && (
          <ProgrammePanel event={event} programme={programme} deeds={deeds.session} onClose={closePanel} />
        )}
        {panel === 'help' && <HelpPanel mode={mode} onClose={closePanel} />}
        {panel === 'settings' && (
          <SettingsPanel
            mode={mode}
            policy={event.policy}
            onMode={setMode}
            onPolicy={deeds.policy}
            onClose={closePanel}
          />
        )}
        {panel === 'room' && session && (
          <RoomQuestionPanel
            onClose={closePanel}
            onLog={(text) => {
              deeds.roomQuestion(session, text);
              closePanel();
            }}
          />
        )}
      </div>
      <div className={css.side}>
        {event.joinUrl === null && <p className={css.warning}>{say('desk.unreachable')}</p>}
        {event.closed && <p className={css.warning}>{say('desk.closed')}</p>}
        <ScreenPanel
          view={view}
          room={room}
          displays={displays}
          onScreen={onScreen}
          noShow={noShow}
          canAnswer={onScreen !== null && onScreen.status !== 'answered'}
          onClear={deeds.clear}
          onAnswered={answered}
          onBlack={acts.black}
          onOther={deeds.other}
        />
        <PreviewPanel
          view={view}
          room={room}
          question={row}
          editing={editing !== null && editing === row?.id}
          onEdit={() => onRow('edit')}
          onSave={(text) => {
            if (row) deeds.edit(row, text);
            setEditing(null);
            goTo(current.list, current.id);
          }}
          onCancel={() => {
            setEditing(null);
            goTo(current.list, current.id);
          }}
        />
      </div>
      <footer className={css.foot}>
        <ProgrammeBar
          event={event}
          programme={programme}
          deeds={deeds.session}
          onOpen={() => toggle('programme')}
        />
        <NoticeLine notice={notice} onUndo={undo} onGone={dismiss} />
      </footer>
      {asking !== null && questions[asking] && (
        <ReasonsMenu
          question={asking}
          onClose={closeMenu}
          onChoose={(why) => {
            const question = questions[asking];
            setAsking(null);
            if (question) leave(question.id, () => deeds.dismiss(question, why));
          }}
        />
      )}
    </main>
  );
}
