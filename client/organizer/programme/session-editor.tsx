import { useId, useState } from 'react';
import { sessionKinds } from '../../../shared/rundown/session-kind.ts';
import { Button } from '../../look/button.tsx';
import { catalogue } from '../../look/messages.ts';
import { programmeMessages } from '../messages/programme-messages.en.ts';
import { type Carry, carriedBy, type Draft, type DraftSession, type SessionEdit } from './draft.ts';
import { CheckField, ChoiceField, LongField, MinutesField, TextField } from './fields.tsx';
import { Marked, useMarks } from './marks.tsx';
import { PartsEditor, SpeakersEditor } from './people-editor.tsx';
import type { Problem } from './problems.ts';
import css from './programme-page.module.css';
import { SpanFields } from './span-fields.tsx';
import { StreamEditor } from './stream-editor.tsx';

const say = catalogue(programmeMessages);

/** Everything of one session that can be edited; every change waits until it is published, and its field says so. */
export function SessionEditor(props: {
  draft: Draft;
  session: DraftSession;
  published: DraftSession | undefined;
  /** What is wrong with its fields. */
  problems: readonly Problem[];
  onEdit: (edit: SessionEdit, carry: Carry) => void;
  onRemove: () => void;
}) {
  const { draft, session, published, problems, onEdit, onRemove } = props;
  const id = useId();
  const behind = carriedBy(draft, session, 'behind').size;
  const later = carriedBy(draft, session, 'day').size;
  const [carry, setCarry] = useState<Carry>(behind > 0 ? 'behind' : 'none');
  const mark = useMarks(session, published);
  /** How a field is marked: as wrong, where something is, and else as published or not. */
  const marked = (field: string, ...more: string[]) => ({
    as: mark(field, ...more),
    wrong: problems.find((problem) => problem.field === field)?.words,
    wrongId: `${id}-${field}`,
  });
  const wrongOf = (field: string) =>
    problems.some((problem) => problem.field === field) ? `${id}-${field}` : undefined;
  const edit = (fields: SessionEdit) => onEdit(fields, carry);
  const breaks = session.kind === 'break' || session.kind === 'social';
  return (
    <div className={css.editor}>
      <Marked {...marked('title')}>
        <TextField
          label={say('edit.title')}
          value={session.title}
          wide
          wrong={wrongOf('title')}
          onChange={(title) => edit({ title })}
        />
      </Marked>
      <Marked {...marked('minutes', 'start')}>
        <SpanFields session={session} zone={draft.timezone} wrong={wrongOf('minutes')} onEdit={edit} />
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
        <Marked {...marked('kind')}>
          <ChoiceField
            label={say('edit.kind')}
            value={session.kind}
            options={sessionKinds.map((kind) => [kind, say(`kind.${kind}`)])}
            onChange={(kind) => edit({ kind })}
          />
        </Marked>
        {draft.rooms && draft.rooms.length > 1 && (
          <Marked {...marked('room')}>
            <ChoiceField
              label={say('edit.room')}
              value={session.room ?? ''}
              options={[['', '–'], ...draft.rooms.map(({ id, name }): [string, string] => [id, name])]}
              onChange={(room) => edit({ room: room === '' ? undefined : room })}
            />
          </Marked>
        )}
        {breaks ? (
          <Marked {...marked('shrinkTo')}>
            <MinutesField
              label={say('edit.shrinkTo')}
              value={session.shrinkTo}
              wrong={wrongOf('shrinkTo')}
              onChange={(shrinkTo) => edit({ shrinkTo })}
            />
          </Marked>
        ) : (
          <Marked {...marked('qa')}>
            <MinutesField
              label={say('edit.qa')}
              value={session.qa}
              wrong={wrongOf('qa')}
              onChange={(qa) => edit({ qa })}
            />
          </Marked>
        )}
      </div>
      <div className={css.line}>
        <Marked {...marked('fixed')}>
          <CheckField
            label={say('edit.fixed')}
            checked={session.fixed ?? false}
            onChange={(fixed) => edit({ fixed })}
          />
        </Marked>
        <Marked {...marked('cancelled')}>
          <CheckField
            label={say('edit.cancelled')}
            checked={session.cancelled ?? false}
            onChange={(cancelled) => edit({ cancelled: cancelled || undefined })}
          />
        </Marked>
      </div>
      <Marked {...marked('speakers')}>
        <SpeakersEditor speakers={session.speakers ?? []} onChange={(speakers) => edit({ speakers })} />
      </Marked>
      <Marked {...marked('abstract')}>
        <LongField
          label={say('edit.abstract')}
          value={session.abstract ?? ''}
          onChange={(abstract) => edit({ abstract: abstract === '' ? undefined : abstract })}
        />
      </Marked>
      <Marked {...marked('stream')}>
        <StreamEditor session={session} onEdit={edit} />
      </Marked>
      <Marked {...marked('parts')}>
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
