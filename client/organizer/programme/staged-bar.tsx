import { useLayoutEffect, useState } from 'react';
import type { Difference } from '../../../shared/wire/import.ts';
import { useAnnounce } from '../../look/announcer.tsx';
import { Button } from '../../look/button.tsx';
import { catalogue } from '../../look/messages.ts';
import { Changes, Errors } from '../file/import-report.tsx';
import { agreedIds, OffAir } from '../file/off-air.tsx';
import { UndoApplied } from '../file/undo-applied.tsx';
import { programmeMessages } from '../messages/programme-messages.en.ts';
import type { Problem } from './problems.ts';
import css from './programme-page.module.css';
import type { Outlook, ProgrammeDraft } from './use-programme.ts';

const say = catalogue(programmeMessages);

/** The changes that wait: what they would move, and whether to apply or to drop them. */
export function StagedBar({ programme, zone }: { programme: ProgrammeDraft; zone: string }) {
  const announce = useAnnounce();
  const [applied, setApplied] = useState<{ entry: number | null } | null>(null);
  const { outlook, applying } = programme;
  const [agreedTo, setAgreedTo] = useState<Difference | null>(null);
  useFocusInSight(outlook?.of);
  if (outlook === null)
    return (
      applied && (
        <div className={css.applied}>
          <p role="status">{say('staged.applied')}</p>
          {applied.entry !== null && <UndoApplied entry={applied.entry} />}
        </div>
      )
    );
  const conflict = outlook.of === 'refused' && outlook.refusal.reason === 'conflict';
  const offAir = outlook.of === 'seen' ? outlook.difference.offAir : [];
  const agreed = outlook.of === 'seen' && agreedTo === outlook.difference;
  const apply = async () => {
    const { done, entry } = await programme.apply(agreedIds(offAir, agreed));
    setApplied(done ? { entry } : null);
    if (done) announce(say('staged.applied'));
  };
  return (
    <section className={css.staged} aria-label={say('staged.heading')}>
      <h3>{say('staged.heading')}</h3>
      <div className={css.outlook}>
        {outlook.of === 'looking' && <p>{say('staged.looking')}</p>}
        {outlook.of === 'seen' && (
          <OffAir
            sessions={offAir}
            agreed={agreed}
            onAgree={(yes) => setAgreedTo(yes ? outlook.difference : null)}
          />
        )}
        {outlook.of === 'seen' && (
          <Changes difference={outlook.difference} zone={zone} rooms={programme.loaded?.draft.rooms ?? []} />
        )}
        <Hindered outlook={outlook} conflict={conflict} />
      </div>
      <div className={css.buttons}>
        {conflict ? (
          <Button kind="primary" onClick={() => void programme.reload()}>
            {say('staged.rebase')}
          </Button>
        ) : (
          <Button
            kind="primary"
            disabled={outlook.of !== 'seen' || applying || (offAir.length > 0 && !agreed)}
            onClick={() => void apply()}
          >
            {applying ? say('staged.applying') : say('staged.apply')}
          </Button>
        )}
        <Button onClick={programme.discard}>{say('staged.discard')}</Button>
      </div>
    </section>
  );
}

/** What keeps the changes from being published. */
function Hindered({ outlook, conflict }: { outlook: Outlook; conflict: boolean }) {
  if (conflict) return <p role="alert">{say('staged.conflict')}</p>;
  if (outlook.of === 'wrong') return <Wrong problems={outlook.problems} />;
  return outlook.of === 'refused' ? <Errors refusal={outlook.refusal} title={say('wrong.heading')} /> : null;
}

/** What has to be put right first, each with its session. */
function Wrong({ problems }: { problems: readonly Problem[] }) {
  const lines = problems.map(({ title, words }) =>
    title === '' ? words : say('wrong.at', { title, words }),
  );
  return (
    <div className={css.wrong} role="alert">
      <p>{say('wrong.heading')}</p>
      <ul>
        {[...new Set(lines)].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}

/** Keeps the field that is being edited above the bar when the bar comes, or has more to say. */
function useFocusInSight(said: string | undefined): void {
  useLayoutEffect(() => {
    if (said !== undefined && document.activeElement?.matches('input, select, textarea'))
      document.activeElement.scrollIntoView({ block: 'nearest' });
  }, [said]);
}
