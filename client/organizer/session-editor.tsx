import { useState } from 'react';
import { sessionKinds } from '../../shared/rundown/session-kind.ts';
import { Button } from '../look/button.tsx';
import { catalogue } from '../look/messages.ts';
import type { Draft, DraftSession, SessionEdit } from './draft.ts';
import { followersOf } from './draft.ts';
import { CheckField, ChoiceField, LocalTimeField, LongField, MinutesField, TextField } from './fields.tsx';
import { PartsEditor, SpeakersEditor } from './people-editor.tsx';
import css from './programme-editor.module.css';
import { programmeMessages } from './programme-messages.en.ts';

const say = catalogue(programmeMessages);

const providers = ['slideslive', 'youtube', 'vimeo', 'hls', 'link'] as const;

/** Everything of one session that can be edited in its place; every change waits until it is applied. */
export function SessionEditor({
  draft,
  session,
  onEdit,
  onRemove,
  onDone,
}: {
  draft: Draft;
  session: DraftSession;
  onEdit: (edit: SessionEdit, carry: boolean) => void;
  onRemove: () => void;
  onDone: () => void;
}) {
  const [carry, setCarry] = useState(true);
  const followers = followersOf(draft, session).size;
  const edit = (fields: SessionEdit) => onEdit(fields, carry);
  const breaks = session.kind === 'break' || session.kind === 'social';
  return (
    <div className={css.editor}>
      <div className={css.line}>
        <TextField
          label={say('edit.title')}
          value={session.title}
          wide
          onChange={(title) => edit({ title })}
        />
        <ChoiceField
          label={say('edit.kind')}
          value={session.kind}
          options={sessionKinds.map((kind) => [kind, say(`kind.${kind}`)])}
          onChange={(kind) => edit({ kind })}
        />
        {draft.rooms && draft.rooms.length > 1 && (
          <ChoiceField
            label={say('edit.room')}
            value={session.room ?? ''}
            options={[['', '–'], ...draft.rooms.map(({ id, name }): [string, string] => [id, name])]}
            onChange={(room) => edit({ room: room === '' ? undefined : room })}
          />
        )}
      </div>
      <div className={css.line}>
        <LocalTimeField
          label={say('edit.start')}
          value={session.start}
          onChange={(start) => start !== session.start && edit({ start })}
        />
        <MinutesField
          label={say('edit.minutes')}
          value={session.minutes}
          required
          onChange={(minutes) => minutes !== undefined && minutes !== session.minutes && edit({ minutes })}
        />
        {breaks ? (
          <MinutesField
            label={say('edit.shrinkTo')}
            value={session.shrinkTo}
            onChange={(shrinkTo) => edit({ shrinkTo })}
          />
        ) : (
          <MinutesField label={say('edit.qa')} value={session.qa} onChange={(qa) => edit({ qa })} />
        )}
      </div>
      {followers > 0 && (
        <CheckField label={say('edit.carry', { count: followers })} checked={carry} onChange={setCarry} />
      )}
      <div className={css.line}>
        <CheckField
          label={say('edit.fixed')}
          checked={session.fixed ?? false}
          onChange={(fixed) => edit({ fixed })}
        />
        <CheckField
          label={say('edit.cancelled')}
          checked={session.cancelled ?? false}
          onChange={(cancelled) => edit({ cancelled: cancelled || undefined })}
        />
      </div>
      <SpeakersEditor speakers={session.speakers ?? []} onChange={(speakers) => edit({ speakers })} />
      <LongField
        label={say('edit.abstract')}
        value={session.abstract ?? ''}
        onChange={(abstract) => edit({ abstract: abstract === '' ? undefined : abstract })}
      />
      <StreamEditor session={session} onEdit={edit} />
      <PartsEditor parts={session.parts ?? []} onChange={(parts) => edit({ parts })} />
      <div className={css.buttons}>
        <Button size="small" kind="primary" onClick={onDone}>
          {say('programme.done')}
        </Button>
        <Button size="small" kind="danger" onClick={onRemove}>
          {say('programme.remove')}
        </Button>
      </div>
    </div>
  );
}

function StreamEditor({ session, onEdit }: { session: DraftSession; onEdit: (edit: SessionEdit) => void }) {
  const { stream } = session;
  const provider = stream?.provider ?? 'none';
  const set = (fields: NonNullable<DraftSession['stream']>) => onEdit({ stream: { ...stream, ...fields } });
  const byId = provider === 'slideslive' || provider === 'youtube' || provider === 'vimeo';
  return (
    <div className={css.line}>
      <ChoiceField
        label={say('edit.stream')}
        value={provider}
        options={(['none', ...providers] as const).map((each) => [each, say(`stream.${each}`)])}
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
