import { useEffect, useState } from 'react';
import type { SpokenRefusal } from '../../../shared/wire/refusals.ts';
import { base } from '../../connection/base.ts';
import { mayMakeEvents, redeem } from '../../connection/http.ts';
import { useDensity } from '../../look/appearance.ts';
import { catalogue } from '../../look/messages.ts';
import { PlainPage } from '../../look/plain-page.tsx';
import { staffSentence } from '../../refusals/staff.ts';
import { importMessages } from '../messages/import-messages.en.ts';
import css from './new-event.module.css';
import { NewEventForm } from './new-event-form.tsx';
import '../../look/hyperlegible.css';

const say = catalogue(importMessages);

/** The page of whoever may make events here: by the link that is printed at the start, and after that by itself. */
export function NewEvent({ invite }: { invite: string | null }) {
  const [state, setState] = useState<'opening' | 'in' | 'out' | SpokenRefusal>('opening');
  const density = useDensity();
  useEffect(() => {
    void admitted(invite).then(setState);
  }, [invite]);
  if (state === 'opening') return <PlainPage title={say('new.opening')}>{null}</PlainPage>;
  if (state === 'out')
    return (
      <PlainPage title={say('new.needs')}>
        <p>{say('new.needsHow')}</p>
        <p>
          <a href={`${base}/`}>{say('new.home')}</a>
        </p>
      </PlainPage>
    );
  if (state !== 'in')
    return (
      <PlainPage title={say('new.refused')}>
        <p>{staffSentence(state)}</p>
      </PlainPage>
    );
  return (
    <div className={css.page} data-density={density}>
      <NewEventForm />
    </div>
  );
}

/** Whether this browser may make events: by a link, which is used once a page however often React mounts it, or already. */
async function admitted(invite: string | null): Promise<'in' | 'out' | SpokenRefusal> {
  if (invite === null) return (await mayMakeEvents()) ? 'in' : 'out';
  const known = redeeming.get(invite) ?? redeem('*', invite);
  redeeming.set(invite, known);
  const answer = await known;
  return answer.ok ? 'in' : answer.refusal;
}

const redeeming = new Map<string, ReturnType<typeof redeem>>();
