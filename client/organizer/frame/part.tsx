import { type ReactNode, useId } from 'react';
import css from '../organizer-screen.module.css';

/** A part of a page under its heading; `aside` stands at the end of that line. */
export function Part(props: { title: string; note?: ReactNode; aside?: ReactNode; children: ReactNode }) {
  const { title, note, aside, children } = props;
  const titleId = useId();
  return (
    <section className={css.section} aria-labelledby={titleId}>
      <div className={css.sectionHead}>
        <h2 id={titleId}>{title}</h2>
        {aside}
      </div>
      {note !== undefined && <p className={css.note}>{note}</p>}
      {children}
    </section>
  );
}
