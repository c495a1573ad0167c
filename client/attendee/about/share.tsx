import { useState } from 'react';
import { base } from '../../connection/base.ts';
import { useView } from '../../connection/hooks.tsx';
import { Button } from '../../look/button.tsx';
import { copyText } from '../../look/copy-text.ts';
import { useText } from '../../look/messages.ts';
import { Qr } from '../../look/qr.tsx';
import { reachable } from '../../look/reachable.ts';
import { sheetMessages } from '../messages/sheets.en.ts';
import styles from './about.module.css';

/** The way to a page for somebody else: a code to photograph, a link to copy or to hand to another program. */
export function Share({ path }: { path: string }) {
  const say = useText(sheetMessages);
  const event = useView((view) => view.event);
  const [copied, setCopied] = useState(false);
  if (!event) return null;
  const link = reachable(base + path, event.joinUrl && new URL(event.joinUrl).origin);
  return (
    <section className={styles.share} aria-label={say('share.heading')}>
      <Qr text={link} label={say('share.qr', { link })} className={styles.qr} />
      <div className={styles.ways}>
        <h3>{say('share.heading')}</h3>
        <p className={styles.link} dir="ltr">
          {link.replace(/^https?:\/\//, '')}
        </p>
        <p className={styles.buttons}>
          <Button onClick={() => void copyText(link).then(setCopied)}>
            {say(copied ? 'share.copied' : 'share.copy')}
          </Button>
          {'share' in navigator && (
            <Button
              onClick={() => void navigator.share({ title: event.title, url: link }).catch(() => undefined)}
            >
              {say('share.send')}
            </Button>
          )}
        </p>
        <p className={styles.code}>{say('share.code', { code: event.code })}</p>
      </div>
    </section>
  );
}
