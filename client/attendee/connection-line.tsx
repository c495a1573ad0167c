import { useEffect, useRef } from 'react';
import { useConnection, useView } from '../connection/hooks.tsx';
import { useOffline } from '../connection/use-offline.ts';
import { useAnnounce } from '../look/announcer.tsx';
import { useText } from '../look/messages.ts';
import { useMyZone } from '../look/my-zone.ts';
import { clockTime } from '../look/zones.ts';
import { NoticeLine } from './ask/notice-line.tsx';
import { attendeeMessages } from './messages/attendee.en.ts';

/** At the edge, where it is in sight however one scrolled and moves nothing: that there is no connection, or none for sure. */
export function ConnectionLine() {
  const say = useText(attendeeMessages);
  const announce = useAnnounce();
  const zone = useMyZone();
  const { state, lastFrameAt } = useConnection();
  const offline = useOffline();
  const down = offline || state === 'stale';
  const asOf = lastFrameAt === null ? null : clockTime(lastFrameAt, zone, true);
  const closed = useView((view) => view.event?.closed) ?? false;
  const since = closed ? 'net.read' : 'net.downSince';
  const words = asOf !== null && (closed || state === 'stale') ? say(since, { time: asOf }) : say('net.down');
  const wasDown = useRef(false);
  useEffect(() => {
    if (down === wasDown.current) return;
    wasDown.current = down;
    announce(down ? words : say('net.back'));
  }, [down, words, announce, say]);
  if (down) return <NoticeLine tone="paused" words={words} />;
  return state === 'unsure' ? <NoticeLine tone="plain" words={say('net.unsure')} /> : null;
}
