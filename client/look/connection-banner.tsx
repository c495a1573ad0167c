import { useEffect, useRef } from 'react';
import { useConnection } from '../connection/hooks.tsx';
import { useAnnounce } from './announcer.tsx';
import styles from './connection-banner.module.css';
import { lookMessages } from './messages.en.ts';
import { catalogue } from './messages.ts';
import { useMyZone } from './my-zone.ts';
import { clockTime } from './zones.ts';

const say = catalogue(lookMessages);

/** Says in words that the page is not sure of its data, or since when they are old; goes by itself. */
export function ConnectionBanner() {
  const { state, lastFrameAt } = useConnection();
  const announce = useAnnounce();
  const zone = useMyZone();
  const time = lastFrameAt === null ? '' : clockTime(lastFrameAt, zone, true);
  const wasStale = useRef(false);
  useEffect(() => {
    if (state === 'stale') announce(say('connection.lost', { time }));
    if (state === 'live' && wasStale.current) announce(say('connection.back'));
    if (state === 'stale' || state === 'live') wasStale.current = state === 'stale';
  }, [state, time, announce]);
  if (state === 'unsure') return <p className={styles.unsure}>{say('connection.unsure')}</p>;
  if (state === 'stale') return <p className={styles.stale}>{say('connection.stale', { time })}</p>;
  return null;
}
