import type { ReactNode } from 'react';
import styles from './badge.module.css';
import { classes } from './classes.ts';

/** What a badge says beside its word; the word is what counts, the colour only helps. */
export type BadgeKind =
  | 'neutral'
  | 'onscreen'
  | 'upnext'
  | 'late'
  | 'danger'
  | 'ok'
  | 'room'
  | 'remote'
  | 'now'
  | 'accent';

/** A short state in a word; or, where it is `written` by people (the name of a room), in as many lines as it takes. */
export function Badge({
  kind = 'neutral',
  written = false,
  children,
}: {
  kind?: BadgeKind;
  written?: boolean;
  children: ReactNode;
}) {
  return <span className={classes(styles.badge, styles[kind], written && styles.written)}>{children}</span>;
}
