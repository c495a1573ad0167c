import { useState } from 'react';
import type { Policy } from '../../../shared/event/policy.ts';
import { useSend } from '../../connection/hooks.tsx';
import { useAnnounce } from '../../look/announcer.tsx';
import { catalogue } from '../../look/messages.ts';
import { staffSentence } from '../../refusals/staff.ts';
import { settingsMessages } from '../messages/settings.en.ts';

const say = catalogue(settingsMessages);

type Switches = { [F in keyof Policy]?: Exclude<Policy[F], null> };

/** Sets a rule of the event at once; `said` is what came of it: that it is saved, once it is, or why it is not. */
export function usePolicy(): { said: string | null; busy: boolean; set: (to: Switches) => Promise<void> } {
  const send = useSend();
  const announce = useAnnounce();
  const [said, setSaid] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const set = async (to: Switches) => {
    setBusy(true);
    setSaid(null);
    const outcome = await send({ type: 'policy.set', ...to }, 10_000);
    setBusy(false);
    const words = outcome.ok ? say('setting.saved') : say('setting.not', { why: staffSentence(outcome) });
    setSaid(words);
    announce(words);
  };
  return { said, busy, set };
}
