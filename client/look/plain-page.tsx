import type { ReactNode } from 'react';
import { usePageTitle } from './page-title.ts';
import styles from './plain-page.module.css';

/** The name of what serves every page. */
const product = 'Backrow';

/** A page that says one thing and what to do about it. */
export function PlainPage({ title, children }: { title: string; children: ReactNode }) {
  usePageTitle(title, product);
  return (
    <main className={styles.page}>
      <h1 className={styles.title}>{title}</h1>
      {children}
    </main>
  );
}
