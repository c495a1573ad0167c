import { useId } from 'react';
import { catalogue } from '../../look/messages.ts';
import { ZoneField } from '../frame/zone-field.tsx';
import { programmeMessages } from '../messages/programme-messages.en.ts';
import { type Draft, withZone } from '../programme/draft.ts';
import { TextField } from '../programme/fields.tsx';
import { Marked } from '../programme/marks.tsx';
import type { Problem } from '../programme/problems.ts';
import css from '../programme/programme-page.module.css';

const say = catalogue(programmeMessages);

/** The event's own title, venue and zone; a field that keeps them from being published says why. */
export function EventFields(props: {
  draft: Draft;
  problems: readonly Problem[];
  onEdit: (edit: (draft: Draft) => Draft) => void;
}) {
  const { draft, problems, onEdit } = props;
  const id = useId();
  const untitled = problems.find(({ field }) => field === 'title')?.words;
  const set = (fields: Partial<Draft>) => onEdit((before) => ({ ...before, ...fields }));
  return (
    <div className={css.line}>
      <Marked wide wrong={untitled} wrongId={id}>
        <TextField
          label={say('edit.title')}
          value={draft.title}
          wide
          wrong={untitled && id}
          onChange={(title) => set({ title })}
        />
      </Marked>
      <Marked wide>
        <TextField
          label={say('edit.venue')}
          value={draft.venue ?? ''}
          wide
          onChange={(venue) => set({ venue })}
        />
      </Marked>
      <Marked>
        <div className={css.field}>
          <ZoneField
            label={say('edit.timezone')}
            zone={draft.timezone}
            onChange={(timezone) => timezone !== null && onEdit((before) => withZone(before, timezone))}
          />
        </div>
      </Marked>
    </div>
  );
}
