import { useLayoutEffect, useRef } from 'react';
import styles from './composer.module.css';

/** The text of a question: one line until it is used, then as high as what is written in it. */
export function Field(props: {
  id: string;
  text: string;
  open: boolean;
  placeholder: string;
  describedBy: string;
  onOpen: () => void;
  onChange: (text: string) => void;
}) {
  const { id, text, open, placeholder, describedBy, onOpen, onChange } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const area = field.current;
    if (!area) return;
    area.style.height = '';
    if (open) area.style.height = `${area.scrollHeight + 2}px`;
    // Of an empty field there is nothing to scroll, and a page that is being drawn would be laid out for it.
    else if (text !== '') area.scrollTop = 0;
  }, [text, open]);
  return (
    <textarea
      dir="auto"
      ref={field}
      id={id}
      data-ask
      className={styles.field}
      rows={1}
      value={text}
      maxLength={4000}
      aria-describedby={describedBy}
      placeholder={placeholder}
      onFocus={onOpen}
      onClick={onOpen}
      onChange={(event) => {
        onOpen();
        onChange(event.target.value);
      }}
    />
  );
}
