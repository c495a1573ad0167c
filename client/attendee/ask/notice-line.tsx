import x from 'lucide-static/icons/x.svg';
import type { ReactNode } from 'react';
import { Button } from '../../look/button.tsx';
import { Icon } from '../../look/icon.tsx';
import styles from './notice-line.module.css';

/** What can be done about a notice, in a word. */
export interface NoticeAction {
  word: string;
  act: () => void;
}

/** A line at the edge of the page: what happened, and what can be done about it. `tone` colours it. */
export function NoticeLine(props: {
  words: ReactNode;
  tone?: 'ok' | 'refused' | 'paused' | 'plain';
  actions?: readonly NoticeAction[];
  /** How to put it away, and what that is called. */
  close?: NoticeAction;
}) {
  const { words, tone = 'ok', actions = [], close } = props;
  return (
    <div className={styles.notice} data-tone={tone}>
      <p className={styles.words}>{words}</p>
      {actions.map(({ word, act }) => (
        <Button key={word} kind="quiet" onClick={act}>
          {word}
        </Button>
      ))}
      {close && (
        <button type="button" className={styles.close} aria-label={close.word} onClick={close.act}>
          <Icon of={x} />
        </button>
      )}
    </div>
  );
}
