import { takesQuestions } from '../../../shared/rundown/session.ts';
import type { SessionView, View } from '../../../shared/views/view.ts';
import { usePresence, useServerNow } from '../../connection/hooks.tsx';
import { Badge } from '../../look/badge.tsx';
import { Button } from '../../look/button.tsx';
import { clockDigits, secondsUntil } from '../../look/digits.ts';
import { catalogue } from '../../look/messages.ts';
import { isolated } from '../../look/written.ts';
import { minutesLate } from '../../stage/clock-text.ts';
import { inQuestions } from '../../stage/room-programme.ts';
import { printedKey } from '../actions/printed-key.ts';
import { deskMessages } from '../messages/desk.en.ts';
import type { PanelName } from '../panels/use-panels.ts';
import css from './desk-header.module.css';

const say = catalogue(deskMessages);

/** Minutes from which late or early is worth a word; less is noise. */
const worthSaying = 2;

/** What stands behind the button for everything else, in its order. */
const more = ['announce', 'displays', 'people', 'programme', 'history', 'settings'] as const;

/** What the desk looks at: what is on now, one session for good, or everything. */
export type Watch = 'follow' | 'all' | { session: string };

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
  onPanel: (panel: PanelName) => void;
  onChair: () => void;
}

/** Where and when we are: the session, its questions, its time, its people. */
export function DeskHeader(props: HeaderProps) {
  const { view, room, programme, session, watch, elsewhere } = props;
  const rooms = view.event?.rooms ?? [];
  const value = typeof watch === 'string' ? watch : watch.session;
  return (
    <header className={css.header}>
      <h1 className="unseen">{say('desk.title', { title: view.event?.title ?? '' })}</h1>
      <div className={css.choices}>
        {rooms.length > 1 && (
          <select
            className={css.select}
            aria-label={say('desk.room')}
            value={room}
            onChange={(event) => props.onRoom(event.currentTarget.value)}
          >
            {rooms.map(({ id, name }) => (
              <option key={id} value={id}>
                {isolated(name)}
              </option>
            ))}
          </select>
        )}
        <select
          className={css.session}
          aria-label={say('desk.session')}
          value={value}
          onChange={({ currentTarget: { value: chosen } }) =>
            props.onWatch(chosen === 'follow' || chosen === 'all' ? chosen : { session: chosen })
          }
        >
          <option value="follow">
            {session && watch === 'follow'
              ? say(`desk.follow.${session.status}`, { title: session.title })
              : say('desk.follow')}
          </option>
          {programme.filter(takesQuestions).map(({ id, title }) => (
            <option key={id} value={id}>
              {isolated(title)}
            </option>
          ))}
          <option value="all">{say('desk.all')}</option>
        </select>
      </div>
      {session && <Clock session={session} />}
      <People view={view} session={session} />
      {elsewhere > 0 && (
        <Button size="small" kind="quiet" onClick={() => props.onWatch('all')}>
          {say('desk.elsewhere', { count: elsewhere })}
        </Button>
      )}
      <nav className={css.tools} aria-label={say('desk.tools')}>
        <Button
          size="small"
          onClick={() => props.onPanel('room')}
          aria-keyshortcuts={printedKey('roomQuestion')}
        >
          {say('desk.roomQuestion')}
        </Button>
        {props.reported > 0 && (
          <Button size="small" kind="danger" onClick={() => props.onPanel('reports')}>
            {say('desk.reports', { count: props.reported })}
          </Button>
        )}
        <select
          className={css.more}
          aria-label={say('desk.more')}
          value=""
          onChange={({ currentTarget: { value } }) => {
            const panel = more.find((name) => name === value);
            if (panel) props.onPanel(panel);
            else if (value === 'chair') props.onChair();
          }}
        >
          <option value="">{say('desk.more')}</option>
          <option value="chair">{say('desk.panel.chair')}</option>
          {more.map((name) => (
            <option key={name} value={name}>
              {say(`desk.panel.${name}`)}
            </option>
          ))}
        </select>
        <Button size="small" onClick={() => props.onPanel('help')} aria-keyshortcuts={printedKey('help')}>
          {say('desk.help')}
        </Button>
      </nav>
    </header>
  );
}

/** Whether questions are taken, and what is left of the session. */
function Clock({ session }: { session: SessionView }) {
  const at = useServerNow(500);
  const late = minutesLate(session.plannedEnd, session.expectedEnd);
  const end =
    session.status === 'onAir' && session.expectedEnd !== null ? Date.parse(session.expectedEnd) : null;
  const closing = session.questionsCloseAt === null ? null : Date.parse(session.questionsCloseAt);
  const qa =
    session.qaStart !== null && !inQuestions(session, at) && session.status === 'onAir'
      ? Date.parse(session.qaStart)
      : null;
  return (
    <div className={css.clock}>
      <Badge
        kind={session.questions === 'closed' ? 'neutral' : session.questions === 'lastCall' ? 'late' : 'ok'}
      >
        {say(`qa.${session.questions}`)}
      </Badge>
      {closing !== null && closing > at && (
        <span>{say('qa.closesIn', { time: clockDigits(secondsUntil(closing, at)) })}</span>
      )}
      {end !== null && (
        <strong className={css.left} data-over={secondsUntil(end, at) < 0} role="timer">
          {say(secondsUntil(end, at) < 0 ? 'qa.over' : 'qa.left', {
            time: clockDigits(secondsUntil(end, at)),
          })}
        </strong>
      )}
      {qa !== null && qa > at && (
        <span>{say('qa.startsIn', { time: clockDigits(secondsUntil(qa, at)) })}</span>
      )}
      {late >= worthSaying && <Badge kind="late">{say('qa.late', { minutes: late })}</Badge>}
      {late <= -worthSaying && <span>{say('qa.early', { minutes: -late })}</span>}
    </div>
  );
}

function People({ view, session }: { view: View; session: SessionView | null }) {
  const presence = usePresence();
  const people = presence ?? view.event?.people ?? null;
  const taken = session && view.balance?.[session.id];
  const staff = Object.keys(view.staff ?? {}).length;
  return (
    <p className={css.people}>
      {taken && <span>{say('desk.taken', taken)}</span>}
      {people && <span>{say('desk.people', people)}</span>}
      {staff > 1 && <span className={css.staff}>{say('desk.staff', { count: staff })}</span>}
    </p>
  );
}
