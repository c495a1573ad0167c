import { useId } from 'react';
import { catalogue } from '../../look/messages.ts';
import { ZoneOptions } from '../../look/zone-options.tsx';
import { programmeMessages } from '../messages/programme-messages.en.ts';
import { type Draft, withZone } from '../programme/draft.ts';
import { TextField } from '../programme/fields.tsx';
import css from '../programme/programme-page.module.css';

const say = catalogue(programmeMessages);

/** The event's own title, venue and zone. */
export function EventFields({
  draft,
  onEdit,
}: {
  draft: Draft;
  onEdit: (edit: (draft: Draft) => Draft) => void;
}) {
  const listId = useId();
  const set = (fields: Partial<Draft>) => onEdit((before) => ({ ...before, ...fields }));
  return (
    <div className={css.line}>
      <TextField label={say('edit.title')} value={draft.title} wide onChange={(title) => set({ title })} />
      <TextField label={say('edit.venue')} value={draft.venue ?? ''} onChange={(venue) => set({ venue })} />
      <TextField
        label={say('edit.timezone')}
        value={draft.timezone}
        list={listId}
        onChange={(timezone) => onEdit((before) => withZone(before, timezone))}
      />
      <ZoneOptions id={listId} />
    </div>
  );
}
