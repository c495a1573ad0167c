import { useCallback, useMemo, useState } from 'react';
import { allows } from '../../../shared/questions/moves.ts';
import { isFiltering, noFilters } from '../../../shared/views/search.ts';
import type { EventView, QuestionView, SessionView, View } from '../../../shared/views/view.ts';
import { usePresence } from '../../connection/hooks.tsx';
import { useDensity } from '../../look/appearance.ts';
import { catalogue } from '../../look/messages.ts';
import type { OpenMenu } from '../actions/action-context.ts';
import type { ActionName, QuestionAction } from '../actions/action-table.ts';
import type { ListName } from '../actions/list-name.ts';
import { isOnRow } from '../actions/locks.ts';
import { opens } from '../actions/opens.ts';
import { rowChangedLine } from '../actions/row-changed-line.ts';
import { pressAction, runAction } from '../actions/run-action.ts';
import { usePanels } from '../actions/use-panels.ts';
import { usePaletteKey } from '../keys/use-palette-key.ts';
import { useKeySettings, useShortcuts } from '../keys/use-shortcuts.ts';
import { BulkBar } from '../lists/bulk-bar.tsx';
import { listSteps } from '../lists/list-steps.ts';
import { ListTools } from '../lists/list-tools.tsx';
import { rowToGoTo } from '../lists/lists.ts';
import { totalOf } from '../lists/rest.ts';
import { useFrame } from '../lists/use-frame.ts';
import { useListed } from '../lists/use-listed.ts';
import { useSearch } from '../lists/use-search.ts';
import { useSelection } from '../lists/use-selection.ts';
import { useStable } from '../lists/use-stable.ts';
import { deskMessages } from '../messages/desk.en.ts';
import { Palette } from '../palette/palette.tsx';
import { usePalette } from '../palette/use-palette.ts';
import { MergePanel } from '../panels/merge-panel.tsx';
import { openReports } from '../panels/reports-panel.tsx';
import { useArrivalSound } from '../panels/use-arrival-sound.ts';
import { AnchorPanel } from '../programme/anchor-panel.tsx';
import { RowMenus } from '../row/row-menus.tsx';
import { useRowProps } from '../row/use-row-props.ts';
import { LiveBar } from '../screen/live-bar.tsx';
import css from './desk.module.css';
import { DeskFoot } from './desk-foot.tsx';
import { DeskHeader } from './desk-header.tsx';
import { DeskLists } from './desk-lists.tsx';
import { DeskPanels } from './desk-panels.tsx';
import { useDeskPart } from './desk-part.ts';
import { DeskSide } from './desk-side.tsx';
import { PartTabs } from './part-tabs.tsx';
import { useStaffMessages } from './staff-messages.tsx';
import { useActionContext } from './use-action-context.ts';
import { useColleagues, useWhereIAm } from './use-colleagues.ts';
import { useDesk } from './use-desk.ts';
import { useDeskTitle } from './use-desk-title.ts';
import { useEscape } from './use-escape.ts';

const say = catalogue(deskMessages);

/** The desk of one room. */
export function Desk({
  view,
  event,
  room,
  onRoom,
  onChair,
}: {
  view: View;
  event: EventView;
  room: string;
  onRoom: (room: string) => void;
  onChair: () => void;
}) {
  const density = useDensity();
  const desk = useDesk(view, room);
  const { commands, actions, watched, showing, noShow } = desk;
  const { questions, all, sessions, programme, session, focus, onScreen, upNext } = watched;
  const shown = onScreen?.id ?? null;
  const listed = useListed(view, desk.fetched, all, focus);
  const frame = useFrame(questions, listed.lists);
  const { rows, row, hand, onDrawn } = frame;
  const { current, choose, goTo, handleOf, rowSince } = rows;
  const selection = useSelection(`${current.list} ${listed.about}`);
  const [settings, setSettings] = useKeySettings();
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const [editing, setEditing] = useState<string | null>(null);
  const [replying, setReplying] = useState<string | null>(null);
  const [merging, setMerging] = useState<string | null>(null);
  const [addressee, setAddressee] = useState<string | null>(null);
  const search = useSearch();
  const waiting = totalOf(view, focus, 'waiting') ?? 0;
  const people = usePresence() ?? event.people;
  const home = () => goTo(current.list, current.id);
  const leaveFilters = () => {
    listed.setFilters(noFilters);
    search.close();
  };
  const fromSearch = () => {
    search.close();
    const to = rowToGoTo(listed.lists, current);
    if (to) goTo(to.list, to.id, to.id === current.id ? 'operator' : 'desk');
  };
  useDeskTitle('desk', view, room, waiting);
  useArrivalSound(waiting);
  const panels = usePanels(home);
  const messages = useStaffMessages(useMemo(() => valuesOf(view.messages), [view.messages]));
  const reports = useMemo(() => valuesOf(view.reports), [view.reports]);

  const reply = (id: string) => {
    setReplying(id);
    panels.open('reply');
  };

  const writes = isAny(editing, replying);
  useWhereIAm(room, current.id, writes);
  const rowProps = useRowProps({
    view,
    shown,
    noShow,
    withTitles: focus === 'all',
    selected: selection.ids,
    marked: merging,
    colleagues: useColleagues(view.staff, view.me?.participant),
    onPoint: rows.settle,
  });

  const steps = listSteps(rows, listed.lists, () => listed.setFilters(noFilters));
  const parts = useDeskPart(current.list, rows.beside, steps.openList);
  const { part } = parts;
  const edit = (id: string) => {
    if (editing === null) parts.toWords();
    setEditing(id);
  };
  const writeTo = (to: SessionView) => {
    setAddressee(to.id);
    panels.open('note');
  };
  const context = useActionContext({
    ...{ desk, frame, steps, selection, panels, messages, merging, onChair },
    search: search.open,
    onAsker: (asker) => listed.setFilters({ ...noFilters, asker }),
    onPalette: () => palette.open(),
    onMerging: setMerging,
    onMenu: setMenu,
    onEdit: edit,
    onReply: reply,
    onNote: writeTo,
  });
  const press = useStable((action: ActionName) => pressAction(action, context));
  const unheard = (action: ActionName) => commands.refuse(rowChangedLine(action));
  const palette = usePalette({ press, rowSince, unheard, home });
  const closePanel = () => {
    setReplying(null);
    if (commands.notice?.text === say('no.panel')) commands.dismiss();
    panels.close();
  };
  useShortcuts(
    settings,
    { id: current.id, since: rowSince },
    {
      inPanel: (shortcut) =>
        commands.meeting !== null || (panels.panel !== null && !opens(shortcut, panels.panel)),
      act(shortcut) {
        const isWaitedFor =
          row !== null && selection.ids.size === 0 && isOnRow(shortcut) && hand.underway(row.id);
        if (isWaitedFor) hand.after(row.id, () => press(shortcut));
        else press(shortcut);
      },
      unheard: (why, shortcut) => (why === 'panel' ? commands.refuse(say('no.panel')) : unheard(shortcut)),
    },
  );
  usePaletteKey(settings.mode, palette.open);
  useEscape(() => {
    if (commands.meeting !== null) commands.leave();
    else if (panels.panel !== null) closePanel();
    else if (merging !== null) setMerging(null);
    else if (selection.ids.size > 0) selection.clear();
    else leaveFilters();
  });
  const closeMenu = useCallback(() => {
    setMenu(null);
    goTo(current.list, current.id);
  }, [goTo, current]);
  const act = useStable((action: QuestionAction, id: string) => {
    const question = questions[id];
    if (question) runAction(action, question, context);
  });
  const onUnheard = useStable(() => commands.refuse(say('no.listMoved')));
  const focusRow = useCallback((list: ListName, id: string) => choose(list, id), [choose]);
  const edited = rowOf(questions, editing);
  const { marked } = context;

  return (
    <main
      className={css.desk}
      data-density={density}
      data-part={part ?? undefined}
      data-stale={desk.connection === 'stale'}
    >
      <DeskHeader
        view={view}
        room={room}
        programme={programme}
        session={session}
        watch={desk.watch}
        elsewhere={watched.elsewhere}
        reported={openReports(reports).length}
        onRoom={onRoom}
        onWatch={desk.setWatch}
        onReports={() => panels.toggle('reports')}
        onAction={press}
      />
      {part !== null && (
        <PartTabs part={part} review={listed.counts.waiting} queue={listed.counts.live} onPart={parts.open} />
      )}
      <div className={css.work}>
        <DeskLists
          elsewhere={watched.elsewhere}
          onElsewhere={() => desk.setWatch('all')}
          questions={questions}
          sessions={sessions}
          lists={listed.lists}
          counts={listed.counts}
          beyond={listed.beyond}
          onEnd={listed.readOn}
          about={listed.about}
          oldest={listed.oldest}
          found={foundOf(listed)}
          waitingOf={listed.waitingOf}
          byAsker={listed.filters.asker !== null}
          sort={listed.sort}
          people={people && people.inRoom + people.remote}
          current={current}
          beside={rows.beside}
          selected={selection.ids}
          busy={writes || menu !== null}
          tools={
            <>
              {search.isOpen && (
                <ListTools
                  {...listed}
                  search={search.field}
                  onFilters={listed.setFilters}
                  onSort={listed.setSort}
                  onLeave={fromSearch}
                />
              )}
              <BulkBar
                count={selection.ids.size}
                questions={context.selected}
                onAction={press}
                onClear={selection.clear}
              />
            </>
          }
          rowProps={rowProps}
          onList={steps.openList}
          onSearch={search.open}
          onShowAll={leaveFilters}
          onFocusRow={focusRow}
          onDrawn={onDrawn}
          onGone={selection.drop}
          onUnheard={onUnheard}
          onAction={act}
          handleOf={handleOf}
        />
        {marked && (
          <MergePanel
            marked={marked}
            into={row?.id === marked.id ? null : row}
            onMerge={(question, into) => {
              setMerging(null);
              actions.question.merge(question, into);
            }}
            onLeave={() => setMerging(null)}
          />
        )}
        <DeskPanels
          {...{ view, event, room, desk, settings, replying, addressee, panel: panels.panel }}
          onSettings={setSettings}
          onNote={writeTo}
          onClose={closePanel}
        />
        {palette.isOpen && <Palette desk={context} onClose={palette.close} onAction={palette.choose} />}
        {commands.meeting && (
          <AnchorPanel
            event={event}
            sessions={sessions}
            meeting={commands.meeting}
            onGive={commands.give}
            onLeave={commands.leave}
          />
        )}
      </div>
      <DeskSide
        {...{ view, event, room, desk, messages }}
        // What is being worded stays, whatever becomes of the lists meanwhile.
        row={edited ?? row}
        editing={edited !== null}
        onAnswered={() => press('answered')}
        onBlack={() => press('black')}
        onDisplays={() => panels.toggle('displays')}
        onEdit={() => press('edit')}
        onEdited={(text) => {
          setEditing(null);
          parts.fromWords();
          home();
          return edited && text !== null ? actions.question.edit(edited, text) : Promise.resolve(false);
        }}
        onGoTo={steps.goToQuestion}
      />
      <DeskFoot {...{ event, desk }} />
      <LiveBar
        next={upNext[0] ?? null}
        canAnswer={canAnswer(onScreen)}
        noShow={noShow}
        onTakeNext={showing.takeNext}
        onClear={actions.stage.clear}
        onAnswered={() => press('answered')}
        onUndo={commands.undo}
      />
      {menu && (
        <RowMenus
          menu={menu}
          programme={programme}
          posters={valuesOf(view.posters)}
          labels={listed.labels}
          actions={actions.question}
          shown={shown}
          refuse={context.refuse}
          leaving={context.leaving}
          onClose={closeMenu}
        />
      )}
    </main>
  );
}

function valuesOf<Row>(rows: Readonly<Record<string, Row>> | undefined): Row[] {
  return Object.values(rows ?? {});
}

function isAny(...ids: (string | null)[]): boolean {
  return ids.some((id) => id !== null);
}

function canAnswer(onScreen: QuestionView | null): boolean {
  return onScreen !== null && allows('answer', onScreen.status);
}

/** How many are found, where something is searched or filtered; null where nothing is. */
function foundOf({ filters, found }: Pick<ReturnType<typeof useListed>, 'filters' | 'found'>): number | null {
  return isFiltering(filters) ? found : null;
}

function rowOf(questions: Readonly<Record<string, QuestionView>>, id: string | null): QuestionView | null {
  return id === null ? null : (questions[id] ?? null);
}
