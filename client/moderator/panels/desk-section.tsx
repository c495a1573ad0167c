import { type ReactNode, useId } from 'react';
import css from './desk-section.module.css';

/** A part of the desk's side: its title, what stands at the end of that line, and below them what it is about. */
export function DeskSection({
  title,
  aside,
  grows = false,
  gives,
  children,
}: {
  title: ReactNode;
  aside: ReactNode;
  /** It takes what room the others leave. */
  grows?: boolean;
  /** It gives way where there is too little room: before all others, or after those. */
  gives?: 'first' | 'later' | undefined;
  children: ReactNode;
}) {
  const titleId = useId();
  return (
    <section className={css.section} aria-labelledby={titleId} data-grows={grows} data-gives={gives}>
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
