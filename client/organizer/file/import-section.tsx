import { useState } from 'react';
import type { EventView } from '../../../shared/views/view.ts';
import { importInto, lookAtImport } from '../../connection/import-requests.ts';
import { catalogue } from '../../look/messages.ts';
import { Part } from '../frame/part.tsx';
import { importMessages } from '../messages/import-messages.en.ts';
import { FileImport } from './file-import.tsx';
import { UndoApplied } from './undo-applied.tsx';

const say = catalogue(importMessages);

/** A file of any known format, looked at first and then laid over this event. */
export function ImportSection({ event }: { event: EventView }) {
  const [entry, setEntry] = useState<number | null>(null);
  return (
    <Part title={say('file.heading')} note={say('file.how')}>
      <FileImport
        zone={event.timezone}
        rooms={event.rooms}
        look={(file, beside) => lookAtImport(event.slug, file, beside, true)}
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
    </Part>
  );
}
