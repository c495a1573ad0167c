import type { EventView, SessionView } from '../../../shared/views/view.ts';
import { Badge } from '../../look/badge.tsx';
import { Button } from '../../look/button.tsx';
import { localAt } from '../../look/local-time.ts';
import { catalogue } from '../../look/messages.ts';
import { inOneLine } from '../../look/written.ts';
import { clockTime } from '../../look/zones.ts';
import { programmeMessages } from '../messages/programme-messages.en.ts';
import { type Draft, type DraftSession, endOf, wantsQa } from './draft.ts';
import css from './programme-page.module.css';

const say = catalogue(programmeMessages);

/** A session's line in the table, with the way to its form. */
export function SessionLine(props: {
  event: EventView;
  draft: Draft;
  session: DraftSession;
  live: SessionView | undefined;
  locked: boolean;
  open: boolean;
  onOpen: () => void;
}) {
  const { event, draft, session, live, locked, open, onOpen } = props;
  const rooms = draft.rooms ?? [];
  const { title, qa = 0 } = session;
  const marks = [
    say(`kind.${session.kind}`),
    ...(qa > 0 || wantsQa(session.kind) ? [say('programme.qa', { minutes: qa })] : []),
    ...(session.fixed ? [say('programme.fixed')] : []),
    ...(session.cancelled ? [say('programme.cancelled')] : []),
  ];
  return (
    <tr className={css.row} data-open={open} data-past={isPast(live)} data-now={live?.status === 'onAir'}>
      <td className={css.times}>
        {timesOf(session, draft.timezone)}
        <Expected event={event} session={live} />
      </td>
      <td className={css.what}>
        <strong className={css.name} dir="auto">
          {title || say('programme.untitled')}
        </strong>
        <span className={css.note}>
          {live?.status === 'onAir' && <Badge kind="now">{say('programme.now')}</Badge>} {marks.join(', ')}
        </span>
      </td>
      <td className={css.who}>
        {inOneLine(
          (session.speakers ?? []).map(({ name, remote }) =>
            remote ? say('programme.remote', { name }) : name,
          ),
        )}
      </td>
      {rooms.length > 1 && (
        <td className={css.where}>{rooms.find(({ id }) => id === session.room)?.name ?? ''}</td>
      )}
      <td className={css.do}>
        {locked ? (
          <Button
            size="small"
            kind="quiet"
            aria-label={say('programme.unlockOf', { title })}
            onClick={onOpen}
          >
            {say('programme.unlock')}
          </Button>
        ) : (
          <Button
            size="small"
            aria-expanded={open}
            aria-label={say('programme.editOf', { title })}
            onClick={onOpen}
          >
            {say('programme.edit')}
          </Button>
        )}
      </td>
    </tr>
  );
}

/** Whether a session is over, or was passed over by a later one. */
function isPast(session: SessionView | undefined): boolean {
  return session !== undefined && (session.status === 'ended' || session.passed === true);
}

/** When a session began or is expected now, where that is not as planned. */
function Expected({ event, session }: { event: EventView; session: SessionView | undefined }) {
  const start = session?.startedAt ?? session?.expectedStart;
  if (!session || !start) return null;
  const time = clockTime(Date.parse(start), event.timezone);
  if (time === clockTime(Date.parse(session.plannedStart), event.timezone)) return null;
  const words = session.startedAt ? 'programme.began' : 'programme.expected';
  return <span className={css.note}>{say(words, { time })}</span>;
}

function timesOf(session: DraftSession, zone: string): string {
  return `${session.start.slice(11, 16)}–${localAt(endOf(session, zone), zone).slice(11)}`;
}
