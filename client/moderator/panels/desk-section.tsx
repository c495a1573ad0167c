import { type ReactNode, useId } from 'react';
import css from './desk-section.module.css';

/** A part of the desk's side: its title, what stands at the end of that line, and below them what it is about. */
export function DeskSection({
  title,
  aside,
  grows = false,
  children,
}: {
  title: ReactNode;
  aside: ReactNode;
  /** It takes what room the others leave. */
  grows?: boolean;
  children: ReactNode;
}) {
  const titleId = useId();
  return (
    <section className={css.section} aria-labelledby={titleId} data-grows={grows}>
      <div className={css.head}>
        <h2 id={titleId} className={css.title}>
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
