import { useState } from 'react';
import type { EventView } from '../../shared/views/view.ts';
import { importInto, lookAtImport } from '../connection/import-requests.ts';
import { catalogue } from '../look/messages.ts';
import { FileImport } from './file-import.tsx';
import { importMessages } from './import-messages.en.ts';
import css from './organizer-screen.module.css';
import { UndoApplied } from './undo-applied.tsx';

const say = catalogue(importMessages);

/** A file of any known format, looked at first and then laid over this event. */
export function ImportSection({ event }: { event: EventView }) {
  const [entry, setEntry] = useState<number | null>(null);
  return (
    <section className={css.section} aria-labelledby="import-title">
      <h2 id="import-title">{say('file.heading')}</h2>
      <p className={css.note}>{say('file.how')}</p>
      <FileImport
        zone={event.timezone}
        look={(file, beside) => lookAtImport(event.slug, file, beside)}
        submit={async (file, beside, seen) => {
          const answer = await importInto(event.slug, file, { ...beside, seen });
          setEntry((answer.ok && answer.value.entry) || null);
          return answer.ok ? null : answer.refusal;
        }}
      />
      {entry !== null && (
        <div>
          <UndoApplied entry={entry} />
        </div>
      )}
    </section>
  );
}
