import { streamProviders } from '../../../shared/rundown/stream.ts';
import { catalogue } from '../../look/messages.ts';
import { programmeMessages } from '../messages/programme-messages.en.ts';
import type { DraftSession, SessionEdit } from './draft.ts';
import { ChoiceField, TextField } from './fields.tsx';
import css from './programme-page.module.css';

const say = catalogue(programmeMessages);

/** Where a session can be watched. */
export function StreamEditor(props: { session: DraftSession; onEdit: (edit: SessionEdit) => void }) {
  const { session, onEdit } = props;
  const { stream } = session;
  const provider = stream?.provider ?? 'none';
  const set = (fields: NonNullable<DraftSession['stream']>) => onEdit({ stream: { ...stream, ...fields } });
  const byId = provider === 'slideslive' || provider === 'youtube' || provider === 'vimeo';
  return (
    <div className={css.line}>
      <ChoiceField
        label={say('edit.stream')}
        value={provider}
        options={(['none', ...streamProviders] as const).map((each) => [each, say(`stream.${each}`)])}
        onChange={(chosen) => (chosen === 'none' ? onEdit({ stream: undefined }) : set({ provider: chosen }))}
      />
      {provider !== 'none' && (
        <TextField
          key={provider}
          label={say(byId ? 'edit.streamId' : 'edit.streamUrl')}
          value={(byId ? stream?.id : stream?.url) ?? ''}
          wide
          onChange={(value) => set(byId ? { id: value } : { url: value })}
        />
      )}
    </div>
  );
}
