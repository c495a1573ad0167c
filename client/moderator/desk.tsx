import { useCallback, useRef, useState } from 'react';
import type { EventView, SessionView, View } from '../../shared/views/view.ts';
import { useConnectionState, usePresence } from '../connection/hooks.tsx';
import { ConnectionBanner } from '../look/connection-banner.tsx';
import { catalogue } from '../look/messages.ts';
import { whereWeAre } from '../stage/room-programme.ts';
import { AnchorPanel } from './anchor-panel.tsx';
import css from './desk.module.css';
import { DeskHeader, type PanelName, type Watch } from './desk-header.tsx';
import { DeskLists } from './desk-lists.tsx';
import { DeskPanels } from './desk-panels.tsx';
import type { Deed } from './keys.ts';
import { type ListName, listNames, mayBe, waitingElsewhere } from './lists.ts';
import { deskMessages } from './messages.en.ts';
import { NoticeLine } from './notice-line.tsx';
import { PreviewPanel } from './preview-panel.tsx';
import { ProgrammeBar } from './programme-bar.tsx';
import type { RowDeed } from './question-row.tsx';
import { ReasonsMenu } from './reasons-menu.tsx';
import { ScreenPanel } from './screen-panel.tsx';
import { useCommands } from './use-commands.ts';
import { useCurrentRow } from './use-current-row.ts';
import { useDeeds } from './use-deeds.ts';
import { useDeskKeys, useKeyMode } from './use-desk-keys.ts';
import { useWatched } from './use-watched.ts';

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
  const opener = useRef<Element | null>(null);
  const [asking, setAsking] = useState<string | null>(null);
  const [editing, setEditing] = useState<string | null>(null);
  const [mode, setMode] = useKeyMode();
  const connection = useConnectionState();
  const people = usePresence() ?? event.people;
  const [crewOnly, setCrewOnly] = useState(false);
  const { run, undo, refuse, notice, dismiss, meeting, give, leave: leaveMeeting } = useCommands();
  const deeds = useDeeds(run, room, crewOnly);
  const { current, choose, goTo, handleOf, rowSince, listAt } = useCurrentRow();

  const watched = useWatched(view, room, watch);
  const { questions, sessions, programme, session, focus, stage, onScreen, displays } = watched;
  const row = current.id === null ? null : (questions[current.id] ?? null);
  const noShow = connection === 'stale' || connection === 'connecting' ? say('no.connection') : null;

  /** Does something to a question that makes it leave its list, and goes on to the next one. */
  const leave = useCallback(
    (id: string, act: () => void) => {
      const next = listAt(current.list)?.after(id) ?? null;
      act();
      if (current.id === id) goTo(current.list, next, 'desk');
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
    if (target) leave(target.id, () => deeds.answered(target));
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
    if (deed === 'show' && noShow !== null) return refuse(noShow);
    if (mayBe(deed, row.status)) return onDeed(deed, row.id);
    refuse(deed === 'show' ? say('no.notShown') : say('no.status', { status: say(`status.${row.status}`) }));
  };

  const closePanel = () => {
    setPanel(null);
    const { current: from } = opener;
    if (from instanceof HTMLElement && from !== document.body && from.isConnected) from.focus();
    else goTo(current.list, current.id);
  };
  const toggle = (name: PanelName) => {
    if (panel === name) return closePanel();
    if (panel === null) opener.current = document.activeElement;
    setPanel(name);
  };

  const extend = (minutes: number) => {
    const { now } = whereWeAre(programme, Date.now());
    if (now) deeds.session.extend(now, minutes);
    else refuse(say('no.onAir'));
  };
  /** The session whose speaker a message goes to. */
  const [addressee, setAddressee] = useState<string | null>(null);
  const writeTo = (to: SessionView | null) => {
    if (to === null) return refuse(say('no.speaker'));
    setAddressee(to.id);
    if (panel === null) opener.current = document.activeElement;
    setPanel('note');
  };

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
    longer: () => extend(1),
    longerByFive: () => extend(5),
    shorter: () => extend(-1),
    shorterByFive: () => extend(-5),
    note: () => (panel === 'note' ? closePanel() : writeTo(session)),
    help: () => toggle('help'),
  };
  useDeskKeys(mode, rowSince, (deed) => acts[deed]());

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
          busy={asking !== null || editing !== null}
          onList={(list) => goTo(list, null)}
          onFocusRow={focusRow}
          onDeed={onDeed}
          handleOf={handleOf}
        />
        <DeskPanels
          panel={panel}
          event={event}
          room={room}
          addressee={addressee === null ? null : (sessions[addressee] ?? null)}
          crewOnly={crewOnly}
          onCrewOnly={setCrewOnly}
          onNote={writeTo}
          programme={programme}
          session={session}
          deeds={deeds}
          mode={mode}
          onMode={setMode}
          onClose={closePanel}
        />
        {meeting && (
          <AnchorPanel
            event={event}
            sessions={sessions}
            meeting={meeting}
            onGive={give}
            onLeave={leaveMeeting}
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
