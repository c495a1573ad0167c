import { catalogue } from '../../look/messages.ts';
import { ZoneField } from '../frame/zone-field.tsx';
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
  const set = (fields: Partial<Draft>) => onEdit((before) => ({ ...before, ...fields }));
  return (
    <div className={css.line}>
      <TextField label={say('edit.title')} value={draft.title} wide onChange={(title) => set({ title })} />
      <TextField label={say('edit.venue')} value={draft.venue ?? ''} onChange={(venue) => set({ venue })} />
      <div className={css.field}>
        <ZoneField
          label={say('edit.timezone')}
          zone={draft.timezone}
          onChange={(timezone) => timezone !== null && onEdit((before) => withZone(before, timezone))}
        />
      </div>
    </div>
  );
}
