import { type RefObject, useRef, useState } from 'react';

/** The search that is folded away until somebody wants it. */
export function useSearch(): {
  isOpen: boolean;
  field: RefObject<HTMLInputElement | null>;
  open: () => void;
  close: () => void;
} {
  const [isOpen, setOpen] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  return {
    isOpen,
    field,
    open() {
      setOpen(true);
      field.current?.focus();
    },
    close: () => setOpen(false),
  };
}
