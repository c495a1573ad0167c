import copy from 'lucide-static/icons/copy.svg';
import download_ from 'lucide-static/icons/download.svg';
import qr from 'lucide-static/icons/qr-code.svg';
import { useState } from 'react';
import type { EventView } from '../../../shared/views/view.ts';
import { useAnnounce } from '../../look/announcer.tsx';
import { Button } from '../../look/button.tsx';
import { copyText } from '../../look/copy-text.ts';
import { Dialog } from '../../look/dialog.tsx';
import { Icon } from '../../look/icon.tsx';
import { catalogue } from '../../look/messages.ts';
import { Qr } from '../../look/qr.tsx';
import { qrText, typedAddress } from '../../stage/join-address.ts';
import { joinLinkOf } from '../frame/links.ts';
import { organizerMessages } from '../messages/messages.en.ts';
import css from './overview.module.css';
import { download, qrPng, qrSvg } from './qr-files.ts';

const say = catalogue(organizerMessages);

/** The event's code, to be copied as a link, and shown large with its QR code. */
export function JoinCode({
  event,
  open,
  onOpen,
}: {
  event: EventView;
  open: boolean;
  onOpen: (open: boolean) => void;
}) {
  const announce = useAnnounce();
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null);
  const link = joinLinkOf(event);
  const copyLink = async () => {
    const done = await copyText(link);
    setCopied(done ? 'yes' : 'no');
    announce(say(done ? 'code.copied' : 'code.notCopied'));
    if (!done) onOpen(true);
  };
  return (
    <div className={css.code}>
      <span>
        {say('code.is')} <strong className={css.letters}>{event.code}</strong>
      </span>
      <Button size="small" onClick={() => void copyLink()}>
        <Icon of={copy} />
        {say(copied === 'yes' ? 'code.linkCopied' : 'code.copy')}
      </Button>
      <Button size="small" onClick={() => onOpen(true)}>
        <Icon of={qr} />
        {say('code.qr')}
      </Button>
      <Dialog open={open} title={say('code.heading')} onClose={() => onOpen(false)}>
        <div className={css.large}>
          <Qr text={qrText(link)} label={say('code.picture')} className={css.qr} />
          <div className={css.typed}>
            <span>{typedAddress(event.joinUrl) ?? location.host}</span>
            <strong>{event.code}</strong>
          </div>
        </div>
        {event.joinUrl === null && <p className={css.amber}>{say('organizer.unreachable')}</p>}
        <p ref={copied === 'no' ? selectAll : undefined} className={css.address}>
          {link}
        </p>
        <div className={css.actions}>
          <Button onClick={() => download(qrSvg(qrText(link)), `${event.slug}-qr.svg`)}>
            <Icon of={download_} />
            {say('code.svg')}
          </Button>
          <Button
            onClick={() =>
              void qrPng(qrText(link)).then((file) =>
                file ? download(file, `${event.slug}-qr.png`) : announce(say('code.noPicture')),
              )
            }
          >
            <Icon of={download_} />
            {say('code.png')}
          </Button>
          <Button kind="quiet" onClick={() => onOpen(false)}>
            {say('code.close')}
          </Button>
        </div>
      </Dialog>
    </div>
  );
}

/** Selects a text that the page could not copy: one key does it then. */
function selectAll(text: HTMLElement | null): void {
  if (text) getSelection()?.selectAllChildren(text);
}
