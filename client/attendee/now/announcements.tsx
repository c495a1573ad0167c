import x from 'lucide-static/icons/x.svg';
import { useEffect, useRef, useState } from 'react';
import { useServerNow, useView } from '../../connection/hooks.tsx';
import { useAnnounce } from '../../look/announcer.tsx';
import { Icon } from '../../look/icon.tsx';
import { useText } from '../../look/messages.ts';
import { boardMessages } from '../messages/board.en.ts';
import styles from './announcements.module.css';
import { keptDismissed, messagesFor } from './messages-for.ts';

/** What the organisers have to say to me now, above the list, until this device puts it away. */
export function Announcements({ slug }: { slug: string }) {
  const say = useText(boardMessages);
  const messages = useView((view) => view.messages);
  const attendance = useView((view) => view.me?.attendance);
  const at = useServerNow(1_000);
  const [dismissed, setDismissed] = useState(() => keptDismissed(slug).read());
  const box = useRef<HTMLElement>(null);
  const shown = messagesFor(Object.values(messages ?? {}), attendance, dismissed, at);
  useSpoken(shown);
  const dismiss = (id: string) => {
    setDismissed(keptDismissed(slug).add(id));
    box.current?.focus({ preventScroll: true });
  };
  return (
    <section ref={box} tabIndex={-1} className={styles.told} aria-label={say('told.heading')}>
      {shown.map(({ id, text }) => (
        <div key={id} className={styles.message}>
          <p className={styles.words}>
            <strong>{say('told.from')}</strong> <bdi>{text}</bdi>
          </p>
          <button
            type="button"
            className={styles.dismiss}
            aria-label={say('told.dismissNamed', { text })}
            onClick={() => dismiss(id)}
          >
            <Icon of={x} />
          </button>
        </div>
      ))}
    </section>
  );
}

/** Says each message once. */
function useSpoken(shown: readonly { id: string; text: string }[]): void {
  const say = useText(boardMessages);
  const announce = useAnnounce();
  const said = useRef(new Set<string>());
  useEffect(() => {
    for (const { id, text } of shown) {
      if (said.current.has(id)) continue;
      said.current.add(id);
      announce(say('told.said', { text }));
    }
  }, [shown, announce, say]);
}
