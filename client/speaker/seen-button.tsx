import { useState } from 'react';
import { useServerNow } from '../connection/hooks.tsx';
import { Button } from '../look/button.tsx';
import { catalogue } from '../look/messages.ts';
import { useMyZone } from '../look/my-zone.ts';
import { speakerMessages } from './messages.en.ts';
import css from './speaker.module.css';
import { useNoted } from './use-noted.ts';
import { clockWords } from './words.ts';

const say = catalogue(speakerMessages);

/** Tells the desk, at the push of a button, that somebody sits in front of this page. */
export function SeenButton({ session, zone }: { session: string; zone: string }) {
  const mine = useMyZone();
  const { noted, busy, problem } = useNoted(session);
  const at = useServerNow(60_000);
  const [toldAt, setToldAt] = useState<number | null>(null);
  const tell = async () => {
    if (await noted()) setToldAt(at);
  };
  return (
    <section className={css.seen}>
      <Button className={css.thumb} disabled={busy} onClick={() => void tell()}>
        {say('seen.button')}
      </Button>
      <p className={css.how} role="status">
        {problem !== null
          ? say('send.failed', { reason: problem })
          : toldAt === null
            ? say('seen.how')
            : say('seen.done', { time: clockWords(toldAt, zone, mine) })}
      </p>
    </section>
  );
}
