import { type ReactNode, useId } from 'react';
import { useMedia } from '../../look/use-media.ts';
import css from '../organizer-screen.module.css';

/** A part of a page under its heading; `aside` stands at the end of that line. On phones one that `folds` opens by its heading. */
export function Part(props: {
  title: string;
  note?: ReactNode;
  aside?: ReactNode;
  folds?: boolean;
  children: ReactNode;
}) {
  const { title, note, aside, folds = false, children } = props;
  const titleId = useId();
  const narrow = useMedia('(max-width: 47.99rem)');
  const head = (
    <>
      <h2 id={titleId}>{title}</h2>
      {aside}
    </>
  );
  const rest = (
    <>
      {note !== undefined && <p className={css.note}>{note}</p>}
      {children}
    </>
  );
  return (
    <section className={css.section} aria-labelledby={titleId}>
      {folds && narrow ? (
        <details className={css.fold}>
          <summary>{head}</summary>
          <div className={css.section}>{rest}</div>
        </details>
      ) : (
        <>
          <div className={css.sectionHead}>{head}</div>
          {rest}
        </>
      )}
    </section>
  );
}
