import { useState } from 'react';
import { useSend } from '../../connection/hooks.tsx';
import { Button } from '../../look/button.tsx';
import { Dialog } from '../../look/dialog.tsx';
import { catalogue } from '../../look/messages.ts';
import { staffSentence } from '../../refusals/staff.ts';
import { Part } from '../frame/part.tsx';
import { organizerMessages } from '../messages/messages.en.ts';
import css from '../organizer-screen.module.css';

const say = catalogue(organizerMessages);

/** Closes the event, or opens it again. */
export function CloseEvent({ closed }: { closed: boolean }) {
  const send = useSend();
  const [asking, setAsking] = useState(false);
  const [line, setLine] = useState<string | null>(null);
  const set = async (on: boolean) => {
    setAsking(false);
    const outcome = await send({ type: 'event.close', on }, 10_000);
    setLine(outcome.ok ? null : say('organizer.notDone', { why: staffSentence(outcome) }));
  };
  return (
    <Part title={say('organizer.end')}>
      <div className={css.buttons}>
        {closed ? (
          <Button onClick={() => void set(false)}>{say('organizer.reopen')}</Button>
        ) : (
          <Button kind="danger" onClick={() => setAsking(true)}>
            {say('organizer.close')}
          </Button>
        )}
      </div>
      {line !== null && <p role="alert">{line}</p>}
      <Dialog open={asking} title={say('organizer.closeTitle')} onClose={() => setAsking(false)}>
        <p>{say('organizer.closeHow')}</p>
        <div className={css.buttons}>
          <Button kind="danger" onClick={() => void set(true)}>
            {say('organizer.close')}
          </Button>
          <Button onClick={() => setAsking(false)}>{say('organizer.cancel')}</Button>
        </div>
      </Dialog>
    </Part>
  );
}
