import { useState } from 'react';
import type { Look, Policy } from '../../../shared/event/policy.ts';
import type { SpokenRefusal } from '../../../shared/wire/refusals.ts';
import { useSend } from '../../connection/hooks.tsx';
import { useAnnounce } from '../../look/announcer.tsx';
import { catalogue } from '../../look/messages.ts';
import { staffSentence } from '../../refusals/staff.ts';
import { settingsMessages } from '../messages/settings.en.ts';

const say = catalogue(settingsMessages);

type Switches = { [F in Exclude<keyof Policy, 'look'>]?: Exclude<Policy[F], null> } & {
  look?: Partial<Look>;
};

/** What came of the last thing that was saved: that it is, once it is, or why it is not. */
interface Saving {
  said: string | null;
  busy: boolean;
}

/** Saves something at once; `work` gives why it was refused, or null. `tell` says something else of it. */
export function useSaved(): Saving & {
  save: (work: () => Promise<SpokenRefusal | null>) => Promise<boolean>;
  tell: (words: string) => void;
} {
  const announce = useAnnounce();
  const [said, setSaid] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const tell = (words: string) => {
    setSaid(words);
    announce(words);
  };
  const save = async (work: () => Promise<SpokenRefusal | null>) => {
    setBusy(true);
    setSaid(null);
    const refusal = await work();
    setBusy(false);
    tell(refusal === null ? say('setting.saved') : say('setting.not', { why: staffSentence(refusal) }));
    return refusal === null;
  };
  return { said, busy, save, tell };
}

/** Sets a rule of the event at once. */
export function usePolicy(): Saving & {
  set: (to: Switches) => Promise<boolean>;
  tell: (words: string) => void;
} {
  const send = useSend();
  const { save, ...saving } = useSaved();
  const set = (to: Switches) =>
    save(async () => {
      const outcome = await send({ type: 'policy.set', ...to }, 10_000);
      return outcome.ok ? null : outcome;
    });
  return { ...saving, set };
}
