import { Button } from '../../look/button.tsx';
import { catalogue } from '../../look/messages.ts';
import { programmeMessages } from '../messages/programme-messages.en.ts';
import type { DraftPart, DraftSpeaker } from './draft.ts';
import { CheckField, MinutesField, TextField } from './fields.tsx';
import css from './programme-page.module.css';

const say = catalogue(programmeMessages);

/** Who speaks: added, replaced, taken out. */
export function SpeakersEditor({
  speakers,
  onChange,
}: {
  speakers: readonly DraftSpeaker[];
  onChange: (speakers: DraftSpeaker[]) => void;
}) {
  const set = (index: number, fields: Partial<DraftSpeaker>) =>
    onChange(speakers.map((speaker, at) => (at === index ? { ...speaker, ...fields } : speaker)));
  return (
    <fieldset className={css.group}>
      <legend>{say('edit.speakers')}</legend>
      {speakers.map((speaker, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: people have no ids in files; the count tells rows apart
        <div key={`${index} of ${speakers.length}`} className={css.line}>
          <TextField
            label={say('edit.name')}
            value={speaker.name}
            onChange={(name) => set(index, { name })}
          />
          <TextField
            label={say('edit.affiliation')}
            value={speaker.affiliation ?? ''}
            onChange={(affiliation) => set(index, { affiliation })}
          />
          <CheckField
            label={say('edit.remote')}
            checked={speaker.remote ?? false}
            onChange={(remote) => set(index, { remote })}
          />
          <Button
            size="small"
            kind="quiet"
            onClick={() => onChange(speakers.filter((_, at) => at !== index))}
          >
            {say('edit.removeSpeaker', { name: speaker.name || say('edit.nobody') })}
          </Button>
        </div>
      ))}
      <div>
        <Button size="small" onClick={() => onChange([...speakers, { name: '', remote: false }])}>
          {say('edit.addSpeaker')}
        </Button>
      </div>
    </fieldset>
  );
}

/** The parts of a session, one after the other from its start. */
export function PartsEditor({
  parts,
  onChange,
}: {
  parts: readonly DraftPart[];
  onChange: (parts: DraftPart[]) => void;
}) {
  const set = (index: number, fields: Partial<DraftPart>) =>
    onChange(parts.map((part, at) => (at === index ? { ...part, ...fields } : part)));
  return (
    <fieldset className={css.group}>
      <legend>{say('edit.parts')}</legend>
      {parts.map((part, index) => (
        <div key={part.id ?? `${index} of ${parts.length}`} className={css.part}>
          <div className={css.line}>
            <TextField
              label={say('edit.title')}
              value={part.title}
              wide
              onChange={(title) => set(index, { title })}
            />
            <MinutesField
              label={say('edit.minutes')}
              value={part.minutes}
              required
              onChange={(minutes) => set(index, { minutes: minutes ?? part.minutes })}
            />
            <Button size="small" kind="quiet" onClick={() => onChange(parts.filter((_, at) => at !== index))}>
              {say('edit.removePart', { title: part.title })}
            </Button>
          </div>
          <SpeakersEditor speakers={part.speakers ?? []} onChange={(speakers) => set(index, { speakers })} />
        </div>
      ))}
      <div>
        <Button
          size="small"
          onClick={() =>
            onChange([...parts, { title: say('edit.part', { n: parts.length + 1 }), minutes: 10 }])
          }
        >
          {say('edit.addPart')}
        </Button>
      </div>
    </fieldset>
  );
}
