import type { ReactNode } from 'react';
import styles from './plain-page.module.css';

/** A page that says one thing and what to do about it. */
export function PlainPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className={styles.page}>
      <h1 className={styles.title}>{title}</h1>
      {children}
    </main>
  );
}
