import alert from 'lucide-static/icons/triangle-alert.svg';
import { Fragment, type ReactNode, useState } from 'react';
import type { DisplayView, EventView, View } from '../../../shared/views/view.ts';
import { base } from '../../connection/base.ts';
import { useSend } from '../../connection/hooks.tsx';
import { Badge } from '../../look/badge.tsx';
import { Button } from '../../look/button.tsx';
import { Icon } from '../../look/icon.tsx';
import { catalogue } from '../../look/messages.ts';
import { inOneLine, isolated } from '../../look/written.ts';
import { clockTime } from '../../look/zones.ts';
import { CopyLink } from '../../people/copy-link.tsx';
import { useLinkFor } from '../../people/use-link-for.ts';
import { staffSentence } from '../../refusals/staff.ts';
import { displayCode } from '../../stage/display-code.ts';
import { overlayQuery } from '../../stage/look.ts';
import { joinLinkOf, pageAt, stageAt } from '../frame/links.ts';
import { Part } from '../frame/part.tsx';
import { organizerMessages } from '../messages/messages.en.ts';
import css from './screens-page.module.css';

const say = catalogue(organizerMessages);

/** The event's pages, to open or to copy: [W55] each opens with the organizer's own badge. */
export function ScreensPage({ view, event }: { view: View; event: EventView }) {
  const displays = Object.values(view.displays ?? {});
  const waiting = displays.filter(({ room, connected }) => room === null && connected);
  return (
    <>
      {waiting.length > 0 && (
        <Part title={say('screens.waiting')}>
          <ul className={css.pages}>
            {waiting.map(({ id }) => (
              <Waiting key={id} code={displayCode(id)} event={event} />
            ))}
          </ul>
        </Part>
      )}
      {event.rooms.map(({ id, name }) => (
        <Part
          key={id}
          title={name}
          aside={<Displays displays={displays.filter(({ room }) => room === id)} />}
        >
          <ul className={css.pages}>
            {displays.filter(isMissing(id)).map((display) => (
              <Missing key={display.id} display={display} zone={event.timezone} />
            ))}
            <Line
              name={say('screens.stage')}
              of={name}
              what={say('screens.stageHow')}
              address={stageAt(event, id)}
            >
              <LinkFor
                event={event}
                whom={{ role: 'projector', room: id }}
                about={say('screens.stageOf', { room: name })}
              />
            </Line>
            <Line
              name={say('screens.overlay')}
              of={name}
              what={say('screens.overlayHow')}
              address={`${stageAt(event, id)}?${overlayQuery}`}
            >
              <LinkFor
                event={event}
                whom={{ role: 'projector', room: id }}
                query={overlayQuery}
                about={say('screens.overlayOf', { room: name })}
              />
            </Line>
            <Line
              name={say('screens.lectern')}
              of={name}
              what={say('screens.lecternHow')}
              address={pageAt(event, `/monitor/${encodeURIComponent(id)}`)}
            >
              <LinkFor
                event={event}
                whom={{ role: 'speaker', room: id }}
                about={say('screens.lecternOf', { room: name })}
              />
            </Line>
          </ul>
        </Part>
      ))}
      <Part title={say('screens.others')}>
        <ul className={css.pages}>
          <Line name={say('screens.phone')} what={say('screens.phoneHow')} address={pageAt(event, '')}>
            <CopyLink link={async () => joinLinkOf(event)} about={say('screens.phone')} />
          </Line>
          <Line name={say('screens.desk')} what={say('screens.deskHow')} address={pageAt(event, '/desk')}>
            <LinkFor event={event} whom={{ role: 'moderator' }} about={say('screens.desk')} />
          </Line>
          <Line name={say('screens.help')} what={say('screens.helpHow')} address={`${base}/help`}>
            <Fragment />
          </Line>
        </ul>
      </Part>
    </>
  );
}

/** A page that opens here at a press; beside it the link for somebody else's device. */
function Line(props: { name: string; of?: string; what: string; address: string; children: ReactNode }) {
  const { name, of, what, address, children } = props;
  return (
    <li className={css.page}>
      <span>
        <strong>{name}</strong>
        <span className={css.what}>{what}</span>
      </span>
      <span className={css.do}>
        <a
          className={css.open}
          href={address}
          target="_blank"
          rel="noreferrer"
          aria-label={`${say('screens.open')}: ${isolated(of === undefined ? name : `${name}, ${of}`)}`}
        >
          {say('screens.open')}
        </a>
        {children}
      </span>
    </li>
  );
}

/** The link to a page for somebody else; `query` is what its address says besides. */
function LinkFor(props: {
  event: EventView;
  whom: Parameters<typeof useLinkFor>[2];
  about: string;
  query?: string;
}) {
  const { event, whom, about, query } = props;
  const link = useLinkFor(event.slug, 'organizer', whom);
  const full = async () => {
    const made = await link();
    return made === null || query === undefined ? made : made.replace('#', `?${query}#`);
  };
  return <CopyLink link={full} about={about} />;
}

/** Whether a display belongs to a room and has gone. */
function isMissing(of: string): (display: DisplayView) => boolean {
  return ({ room, connected }) => room === of && !connected;
}

/** A screen that was opened without a room: the desk gives it one. */
function Waiting({ code, event }: { code: string; event: EventView }) {
  return (
    <li className={css.page} role="status">
      <span>
        <strong>{say('screens.waitsAs', { code })}</strong>
        <span className={css.what}>{say('screens.waitsHow')}</span>
      </span>
      <span className={css.do}>
        <a className={css.open} href={pageAt(event, '/desk')} target="_blank" rel="noreferrer">
          {say('now.desk')}
        </a>
      </span>
    </li>
  );
}

/** A screen that was here and is not: which one, since when nothing was heard of it, and to forget it. */
function Missing({ display, zone }: { display: DisplayView; zone: string }) {
  const { name, id, at } = display;
  const send = useSend();
  const [problem, setProblem] = useState<string | null>(null);
  const code = displayCode(id);
  const forget = async () => {
    const outcome = await send({ type: 'display.set', display: id, on: false }, 10_000);
    setProblem(outcome.ok ? null : staffSentence(outcome));
  };
  // Of one that has not spoken since the server started nobody knows since when.
  const heard = Date.parse(at);
  return (
    <li className={css.missing} role="status">
      <Icon of={alert} />
      <span>
        <strong>{say('screens.gone', { screen: inOneLine(name ? [name, code] : [code], ' · ') })}</strong>
        {heard > 0 && (
          <span className={css.since}>{say('screens.goneSince', { time: clockTime(heard, zone) })}</span>
        )}
        {problem !== null && <span className={css.since}>{problem}</span>}
      </span>
      <span className={css.do}>
        <Button
          size="small"
          aria-label={say('screens.forgetNamed', { screen: name ?? code })}
          onClick={() => void forget()}
        >
          {say('screens.forget')}
        </Button>
      </span>
    </li>
  );
}

/** How many displays of a room show what they should, and how many are missing. */
function Displays({ displays }: { displays: readonly DisplayView[] }) {
  const here = displays.filter(({ connected }) => connected).length;
  const missing = displays.length - here;
  return (
    <span className={css.displays}>
      {here > 0 ? (
        <Badge kind="ok">{say('check.displays', { displays: here })}</Badge>
      ) : (
        say('check.displays', { displays: 0 })
      )}
      {missing > 0 && <Badge kind="late">{say('screens.missing', { missing })}</Badge>}
    </span>
  );
}
