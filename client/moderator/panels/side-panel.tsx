import { type ReactNode, type RefObject, useEffect, useId, useRef } from 'react';
import { Button } from '../../look/button.tsx';
import { catalogue } from '../../look/messages.ts';
import { deskMessages } from '../messages/desk.en.ts';
import css from './side-panel.module.css';

const say = catalogue(deskMessages);

/** Something to read or set beside the work: it covers lists, never the screen and its Clear. Escape closes it. */
export function SidePanel({
  title,
  wide = false,
  onClose,
  children,
}: {
  title: string;
  /** It has two columns of words. */
  wide?: boolean;
  onClose: () => void;
  children: ReactNode;
}) {
  const titleId = useId();
  const panel = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useKeptFocus(panel, heading);
  useEffect(() => {
    // A panel with a field to type into has taken the focus there already.
    if (!panel.current?.contains(document.activeElement)) heading.current?.focus();
  }, []);
  return (
    <section
      ref={panel}
      className={css.panel}
      data-wide={wide}
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

/**
 * Keeps the focus in a panel whose button was switched off or taken away while it had it: it comes to the field of its form,
 * else to the heading, and never to the page behind.
 */
function useKeptFocus(panel: RefObject<HTMLElement | null>, heading: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { current: box } = panel;
    if (box === null) return;
    const { activeElement } = document;
    let had = box.contains(activeElement) ? activeElement : null;
    const onFocus = ({ target }: FocusEvent) => {
      had = target instanceof Element && box.contains(target) ? target : null;
    };
    const look = () => {
      if (had === null || (had.isConnected && !had.matches(':disabled'))) return;
      const { activeElement: now } = document;
      if (now !== null && now !== document.body && now !== had) return;
      const field = had.closest('form')?.querySelector<HTMLElement>('textarea, input');
      (field?.isConnected ? field : heading.current)?.focus();
    };
    const changes = new MutationObserver(look);
    changes.observe(box, { subtree: true, childList: true, attributes: true, attributeFilter: ['disabled'] });
    document.addEventListener('focusin', onFocus);
    return () => {
      changes.disconnect();
      document.removeEventListener('focusin', onFocus);
    };
  }, [panel, heading]);
}
