import { useEffect, useRef } from 'react';
import { useConnection, useView } from '../connection/hooks.tsx';
import { useAnnounce } from './announcer.tsx';
import { cityOf } from './cities.ts';
import { classes } from './classes.ts';
import styles from './connection-banner.module.css';
import { lookMessages } from './messages.en.ts';
import { catalogue } from './messages.ts';
import { clockTime } from './zones.ts';

const say = catalogue(lookMessages);

/**
 * Says in words that the page is not sure of its data, or since when they are old, by the event's clock; goes by itself.
 * On a page that scrolls it `floats` at an edge of the window, and moves nothing there [X32].
 */
export function ConnectionBanner({ floats }: { floats?: 'top' | 'bottom' }) {
  const { state, lastFrameAt } = useConnection();
  const announce = useAnnounce();
  const zone = useView((view) => view.event?.timezone) ?? 'UTC';
  const time = lastFrameAt === null ? '' : `${clockTime(lastFrameAt, zone, true)} ${cityOf(zone)}`;
  const wasStale = useRef(false);
  useEffect(() => {
    if (state === 'stale') announce(say('connection.lost', { time }));
    if (state === 'live' && wasStale.current) announce(say('connection.back'));
    if (state === 'stale' || state === 'live') wasStale.current = state === 'stale';
  }, [state, time, announce]);
  if (state !== 'unsure' && state !== 'stale') return null;
  return (
    <p className={classes(styles[state], floats && styles[floats])}>
      {state === 'unsure' ? say('connection.unsure') : say('connection.stale', { time })}
    </p>
  );
}
