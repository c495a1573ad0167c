import { useState } from 'react';
import type { SpokenRefusal } from '../../../shared/wire/refusals.ts';
import { Button } from '../../look/button.tsx';
import { catalogue } from '../../look/messages.ts';
import { staffSentence } from '../../refusals/staff.ts';
import { importMessages } from '../messages/import-messages.en.ts';

const say = catalogue(importMessages);

/** Makes the event, and says why it was not made. */
export function MakeButton(props: { ready: boolean; make: () => Promise<SpokenRefusal | null> }) {
  const { ready, make } = props;
  const [state, setState] = useState<'ready' | 'making' | SpokenRefusal>('ready');
  return (
    <>
      <Button
        kind="primary"
        disabled={state === 'making' || !ready}
        onClick={() => {
          setState('making');
          void make().then((refusal) => setState(refusal ?? 'making'));
        }}
      >
        {say(state === 'making' ? 'new.making' : 'new.make')}
      </Button>
      {typeof state === 'object' && <p role="alert">{say('new.failed', { why: staffSentence(state) })}</p>}
    </>
  );
}
