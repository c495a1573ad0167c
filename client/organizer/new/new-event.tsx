import { useEffect, useState } from 'react';
import type { SpokenRefusal } from '../../../shared/wire/refusals.ts';
import { base } from '../../connection/base.ts';
import { redeem } from '../../connection/http.ts';
import { lookAtMaking, makeEvent } from '../../connection/import-requests.ts';
import { catalogue } from '../../look/messages.ts';
import { deviceZone } from '../../look/my-zone.ts';
import { PlainPage } from '../../look/plain-page.tsx';
import { staffSentence } from '../../refusals/staff.ts';
import { FileImport } from '../file/file-import.tsx';
import { importMessages } from '../messages/import-messages.en.ts';
import '../../look/hyperlegible.css';

const say = catalogue(importMessages);

/** The page of the installation's organizer: an event is made of a file, and its own page opens. */
export function NewEvent({ invite }: { invite: string }) {
  const [state, setState] = useState<'opening' | 'in' | SpokenRefusal>('opening');
  useEffect(() => {
    void redeemOnce(invite).then((answer) => setState(answer.ok ? 'in' : answer.refusal));
  }, [invite]);
  if (state === 'opening') return <PlainPage title={say('new.opening')}>{null}</PlainPage>;
  if (state !== 'in')
    return (
      <PlainPage title={say('new.refused')}>
        <p>{staffSentence(state)}</p>
      </PlainPage>
    );
  return (
    <PlainPage title={say('new.title')}>
      <p>{say('new.how')}</p>
      <FileImport zone={deviceZone()} making look={lookAtMaking} submit={make} />
    </PlainPage>
  );
}

async function make(...[file, beside]: Parameters<typeof makeEvent>): Promise<SpokenRefusal | null> {
  const answer = await makeEvent(file, beside);
  if (!answer.ok) return answer.refusal;
  location.assign(`${base}/e/${encodeURIComponent(answer.value.slug)}/admin`);
  return null;
}

const redeeming = new Map<string, ReturnType<typeof redeem>>();

/** One use of an invite a page, however often React mounts it. */
function redeemOnce(invite: string): ReturnType<typeof redeem> {
  const known = redeeming.get(invite) ?? redeem('*', invite);
  redeeming.set(invite, known);
  return known;
}
