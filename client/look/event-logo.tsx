import { useState } from 'react';
import css from './event-logo.module.css';

/**
 * An event's logo, on white as its file was made for, beside the event's name that says the same in words. It is drawn as a
 * picture alone, and is not there where it cannot be had.
 */
export function EventLogo({ src, className }: { src: string; className?: string | undefined }) {
  const [failed, setFailed] = useState<string | null>(null);
  if (failed === src) return null;
  return (
    <img src={src} alt="" className={className ?? css.logo} decoding="async" onError={() => setFailed(src)} />
  );
}
