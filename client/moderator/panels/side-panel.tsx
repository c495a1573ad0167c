import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from '../../look/button.tsx';
import { catalogue } from '../../look/messages.ts';
import { deskMessages } from '../messages/desk.en.ts';
import css from './side-panel.module.css';

const say = catalogue(deskMessages);

/** Something to read or set beside the work: it covers lists, never the screen and its Clear. Escape closes it. */
export function SidePanel({
  title,
  onClose,
  children,
}: {
  title: string;
  onClose: () => void;
  children: ReactNode;
}) {
  const titleId = useId();
  const panel = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // A panel with a field to type into has taken the focus there already.
    if (!panel.current?.contains(document.activeElement)) heading.current?.focus();
  }, []);
  return (
    <section
      ref={panel}
      className={css.panel}
      role="dialog"
      aria-labelledby={titleId}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <div className={css.head}>
        <h2 id={titleId} ref={heading} tabIndex={-1} className={css.title}>
          {title}
        </h2>
        <Button size="small" onClick={onClose}>
          {say('desk.close')}
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a panel of mere text must be scrolled by keys too */}
      <div className={css.body} tabIndex={0}>
        {children}
      </div>
    </section>
  );
}
