import x from 'lucide-static/icons/x.svg';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Icon } from './icon.tsx';
import styles from './sheet.module.css';

/**
 * A modal sheet over the browser's own dialog: from the lower edge on a phone, in the middle of anything wider. Escape, a
 * press outside and ✕ close it; focus comes back by itself.
 */
export function Sheet(props: {
  open: boolean;
  title: string;
  /** What ✕ is called. */
  closeWord: string;
  onClose: () => void;
  children: ReactNode;
}) {
  const { open, closeWord, onClose, children } = props;
  const titleId = useId();
  const sheet = useRef<HTMLDialogElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const element = sheet.current;
    if (open && !element?.open) {
      element?.showModal();
      // A field would bring the keyboard, and a button would be pressed by mistake.
      title.current?.focus();
    }
    if (!open && element?.open) element.close();
  }, [open]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the key for it, and the browser hears it
    <dialog
      ref={sheet}
      className={styles.sheet}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => event.target === event.currentTarget && onClose()}
    >
      <div className={styles.inside}>
        <div className={styles.head}>
          <h2 ref={title} id={titleId} className={styles.title} tabIndex={-1} dir="auto">
            {props.title}
          </h2>
          <button type="button" className={styles.close} aria-label={closeWord} onClick={onClose}>
            <Icon of={x} />
          </button>
        </div>
        {open && <div className={styles.content}>{children}</div>}
      </div>
    </dialog>
  );
}
