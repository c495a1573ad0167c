import { useState } from 'react';
import { sessionKinds } from '../../../shared/rundown/session-kind.ts';
import { Button } from '../../look/button.tsx';
import { catalogue } from '../../look/messages.ts';
import { programmeMessages } from '../messages/programme-messages.en.ts';
import { type Carry, carriedBy, type Draft, type DraftSession, type SessionEdit } from './draft.ts';
import { CheckField, ChoiceField, LongField, MinutesField, TextField } from './fields.tsx';
import { Marked, useMarks } from './marks.tsx';
import { PartsEditor, SpeakersEditor } from './people-editor.tsx';
import css from './programme-page.module.css';
import { SpanFields } from './span-fields.tsx';
import { StreamEditor } from './stream-editor.tsx';

const say = catalogue(programmeMessages);

/** Everything of one session that can be edited; every change waits until it is published, and its field says so. */
export function SessionEditor(props: {
  draft: Draft;
  session: DraftSession;
  published: DraftSession | undefined;
  onEdit: (edit: SessionEdit, carry: Carry) => void;
  onRemove: () => void;
}) {
  const { draft, session, published, onEdit, onRemove } = props;
  const behind = carriedBy(draft, session, 'behind').size;
  const later = carriedBy(draft, session, 'day').size;
  const [carry, setCarry] = useState<Carry>(behind > 0 ? 'behind' : 'none');
  const mark = useMarks(session, published);
  const edit = (fields: SessionEdit) => onEdit(fields, carry);
  const breaks = session.kind === 'break' || session.kind === 'social';
  return (
    <div className={css.editor}>
      <Marked as={mark('title')}>
        <TextField
          label={say('edit.title')}
          value={session.title}
          wide
          onChange={(title) => edit({ title })}
        />
      </Marked>
      <Marked as={mark('start', 'minutes')}>
        <SpanFields session={session} zone={draft.timezone} onEdit={edit} />
      </Marked>
      {later > 0 && (
        <ChoiceField
          label={say('edit.carry')}
          value={carry}
          options={[
            ['none', say('edit.carryNone')],
            ...(behind > 0 ? [['behind', say('edit.carryBehind', { count: behind })] as const] : []),
            ...(later > behind ? [['day', say('edit.carryDay', { count: later })] as const] : []),
          ]}
          onChange={setCarry}
        />
      )}
      <div className={css.line}>
        <Marked as={mark('kind')}>
          <ChoiceField
            label={say('edit.kind')}
            value={session.kind}
            options={sessionKinds.map((kind) => [kind, say(`kind.${kind}`)])}
            onChange={(kind) => edit({ kind })}
          />
        </Marked>
        {draft.rooms && draft.rooms.length > 1 && (
          <Marked as={mark('room')}>
            <ChoiceField
              label={say('edit.room')}
              value={session.room ?? ''}
              options={[['', '–'], ...draft.rooms.map(({ id, name }): [string, string] => [id, name])]}
              onChange={(room) => edit({ room: room === '' ? undefined : room })}
            />
          </Marked>
        )}
        {breaks ? (
          <Marked as={mark('shrinkTo')}>
            <MinutesField
              label={say('edit.shrinkTo')}
              value={session.shrinkTo}
              onChange={(shrinkTo) => edit({ shrinkTo })}
            />
          </Marked>
        ) : (
          <Marked as={mark('qa')}>
            <MinutesField label={say('edit.qa')} value={session.qa} onChange={(qa) => edit({ qa })} />
          </Marked>
        )}
      </div>
      <div className={css.line}>
        <Marked as={mark('fixed')}>
          <CheckField
            label={say('edit.fixed')}
            checked={session.fixed ?? false}
            onChange={(fixed) => edit({ fixed })}
          />
        </Marked>
        <Marked as={mark('cancelled')}>
          <CheckField
            label={say('edit.cancelled')}
            checked={session.cancelled ?? false}
            onChange={(cancelled) => edit({ cancelled: cancelled || undefined })}
          />
        </Marked>
      </div>
      <Marked as={mark('speakers')}>
        <SpeakersEditor speakers={session.speakers ?? []} onChange={(speakers) => edit({ speakers })} />
      </Marked>
      <Marked as={mark('abstract')}>
        <LongField
          label={say('edit.abstract')}
          value={session.abstract ?? ''}
          onChange={(abstract) => edit({ abstract: abstract === '' ? undefined : abstract })}
        />
      </Marked>
      <Marked as={mark('stream')}>
        <StreamEditor session={session} onEdit={edit} />
      </Marked>
      <Marked as={mark('parts')}>
        <PartsEditor parts={session.parts ?? []} onChange={(parts) => edit({ parts })} />
      </Marked>
      <div className={css.buttons}>
        <Button size="small" kind="danger" onClick={onRemove}>
          {say('programme.remove')}
        </Button>
      </div>
    </div>
  );
}
