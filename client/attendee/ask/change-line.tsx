import { useEffect, useState } from 'react';
import { useText } from '../../look/messages.ts';
import { attendeeMessages } from '../messages/attendee.en.ts';
import { NoticeLine } from './notice-line.tsx';

/** How long a change stays at the edge, in milliseconds; as long as a pointer or the focus is on it, it stays. */
const inSightMs = 8_000;

/** What happened to a question of mine, at the edge of the page wherever one has scrolled, and the way there. */
export function ChangeLine({
  words,
  onSee,
  onClose,
}: {
  words: string;
  onSee: () => void;
  onClose: () => void;
}) {
  const say = useText(attendeeMessages);
  const [rested, setRested] = useState(false);
  useEffect(() => {
    if (rested) return;
    const timer = setTimeout(onClose, inSightMs);
    return () => clearTimeout(timer);
  }, [rested, onClose]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: who points at it wants to read it, and presses nothing
    <div
      onPointerEnter={() => setRested(true)}
      onPointerLeave={() => setRested(false)}
      onFocus={() => setRested(true)}
      onBlur={() => setRested(false)}
    >
      <NoticeLine
        tone="plain"
        words={words}
        actions={[{ word: say('ask.see'), act: onSee }]}
        close={{ word: say('ask.closeNotice'), act: onClose }}
      />
    </div>
  );
}
