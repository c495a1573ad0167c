import chevron from 'lucide-static/icons/chevron-down.svg';
import alert from 'lucide-static/icons/triangle-alert.svg';
import type { SessionView, View } from '../../../shared/views/view.ts';
import { usePresence } from '../../connection/hooks.tsx';
import { Badge } from '../../look/badge.tsx';
import { Button } from '../../look/button.tsx';
import { Icon } from '../../look/icon.tsx';
import { Menu } from '../../look/menu.tsx';
import { catalogue } from '../../look/messages.ts';
import { useMedia } from '../../look/use-media.ts';
import type { ActionName } from '../actions/action-table.ts';
import { deskMenu, headerTools } from '../actions/offers.ts';
import { printedKey } from '../actions/printed-key.ts';
import { paletteKey } from '../keys/use-palette-key.ts';
import { deskMessages } from '../messages/desk.en.ts';
import { switchedOn } from '../panels/safety.ts';
import { DeskClock } from './desk-clock.tsx';
import css from './desk-header.module.css';
import { TalkPicker, type Watch } from './talk-picker.tsx';

const say = catalogue(deskMessages);

interface HeaderProps {
  view: View;
  room: string;
  programme: readonly SessionView[];
  session: SessionView | null;
  watch: Watch;
  elsewhere: number;
  /** Questions with reports that nobody settled. */
  reported: number;
  onRoom: (room: string) => void;
  onWatch: (watch: Watch) => void;
  onReports: () => void;
  onAction: (action: ActionName) => void;
}

/** Where and when we are, in one line: the talk, its Q&A, its time, its people; and what is done to no single question. */
export function DeskHeader(props: HeaderProps) {
  const { view, room, programme, session, watch, elsewhere, onAction } = props;
  const rooms = view.event?.rooms ?? [];
  const narrow = useMedia('(max-width: 52rem)');
  const offered: readonly ActionName[] = narrow ? [...headerTools, ...deskMenu] : deskMenu;
  const on = switchedOn(view.event?.policy ?? {});
  return (
    <header className={css.header}>
      <h1 className="unseen">{say('desk.title', { title: view.event?.title ?? '' })}</h1>
      {rooms.length > 1 && (
        <Menu
          label={say('desk.room')}
          className={css.pick}
          choices={rooms.map(({ id, name }) => ({ id, name, hint: id === room ? '✓' : undefined }))}
          onChoose={props.onRoom}
        >
          <span className={css.talk}>{rooms.find(({ id }) => id === room)?.name}</span>
          <Icon of={chevron} />
        </Menu>
      )}
      <TalkPicker programme={programme} session={session} watch={watch} onWatch={props.onWatch} />
      {view.event?.closed ? (
        <Badge>{say('desk.closedShort')}</Badge>
      ) : (
        session && <DeskClock session={session} />
      )}
      <People view={view} session={session} />
      {elsewhere > 0 && (
        <Button size="small" kind="quiet" onClick={() => props.onWatch('all')}>
          {say('desk.elsewhere', { count: elsewhere })}
        </Button>
      )}
      <nav className={css.tools} aria-label={say('desk.tools')}>
        {on.length > 0 && (
          <Button size="small" className={css.safety} onClick={() => onAction('safety')}>
            <Icon of={alert} />
            {on.map((name) => say(`switch.${name}`)).join(' · ')}
          </Button>
        )}
        {props.reported > 0 && (
          <Button size="small" className={css.safety} onClick={props.onReports}>
            <Icon of={alert} />
            {say('desk.reports', { count: props.reported })}
          </Button>
        )}
        {!narrow && headerTools.map((action) => <Tool key={action} action={action} onAction={onAction} />)}
        <Menu
          label={say('desk.more')}
          className={css.square}
          choices={offered.map((action) => ({
            id: action,
            name: say(`help.${action}`),
            hint: action === 'palette' ? paletteKey : printedKey(action),
          }))}
          onChoose={(id) => {
            const action = offered.find((name) => name === id);
            if (action) onAction(action);
          }}
        />
        <Button
          size="small"
          className={css.square}
          aria-label={say('desk.help')}
          title={say('desk.help')}
          aria-keyshortcuts={printedKey('help')}
          onClick={() => onAction('help')}
        >
          ?
        </Button>
      </nav>
    </header>
  );
}

/** A button of the header with its key. */
function Tool({
  action,
  onAction,
}: {
  action: (typeof headerTools)[number];
  onAction: (action: ActionName) => void;
}) {
  const key = printedKey(action);
  return (
    <Button size="small" aria-keyshortcuts={key} onClick={() => onAction(action)}>
      {say(`desk.${action}`)}
      {key !== undefined && <kbd>{key}</kbd>}
    </Button>
  );
}

/** Who is here of the audience, and of whom questions were answered; what does not fit the line is left out. */
function People({ view, session }: { view: View; session: SessionView | null }) {
  const presence = usePresence();
  const people = presence ?? view.event?.people ?? null;
  const answered = session && view.balance?.[session.id];
  const staff = Object.keys(view.staff ?? {}).length;
  return (
    <p className={css.people}>
      {people && <span>{say('desk.people', people)}</span>}
      {answered && <span title={say('desk.taken.how')}>{say('desk.taken', answered)}</span>}
      {staff > 1 && <span>{say('desk.staff', { count: staff })}</span>}
    </p>
  );
}
