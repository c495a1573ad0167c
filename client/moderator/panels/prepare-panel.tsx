import { useState } from 'react';
import { questionLimits } from '../../../shared/questions/question.ts';
import { takesQuestions } from '../../../shared/rundown/session.ts';
import type { SessionView } from '../../../shared/views/view.ts';
import { Button } from '../../look/button.tsx';
import { catalogue } from '../../look/messages.ts';
import { SelectMenu } from '../../look/select-menu.tsx';
import { typedLength } from '../../questions/typed-length.ts';
import { deskMessages } from '../messages/desk.en.ts';
import { caretAtEnd } from './caret-at-end.ts';
import css from './side-panel.module.css';
import { SidePanel } from './side-panel.tsx';
import { useDeskDraft } from './use-desk-draft.ts';

const say = catalogue(deskMessages);

/**
 * [Q36] Writes a question for a silence. It is saved for later in the session that is chosen here, at first the one that the
 * desk looks at, and nobody but the staff knows of it until it is shown or approved. The panel stays for the next one.
 */
export function PreparePanel({
  session,
  programme,
  onPrepare,
  onClose,
}: {
  /** The session that the desk looks at, or whose questions are taken; null where none is. */
  session: SessionView | null;
  programme: readonly SessionView[];
  /** Gives whether it was done. */
  onPrepare: (session: SessionView, text: string) => Promise<boolean>;
  onClose: () => void;
}) {
  const places = programme.filter((each) => takesQuestions(each) && each.status !== 'cancelled');
  const [chosen, choose] = useState(session?.id ?? places[0]?.id);
  const about = places.find(({ id }) => id === chosen) ?? null;
  const draft = useDeskDraft('prepared question');
  const units = typedLength(draft.text.trim());
  const over = units - questionLimits.units;
  const ready = about !== null && units > 0 && over <= 0 && !draft.underway;
  const prepare = () => {
    if (ready) void draft.hand((text) => onPrepare(about, text));
  };
  return (
    <SidePanel title={say('prepare.title')} onClose={onClose}>
      <p className={css.note}>{say('prepare.how')}</p>
      {about === null ? (
        <p className={css.note}>{say('prepare.none')}</p>
      ) : (
        <div className={css.choice}>
          <span aria-hidden="true">{say('prepare.for')}</span>
          <SelectMenu
            label={say('prepare.for')}
            value={about.id}
            choices={places.map(({ id, title }) => ({ id, name: title }))}
            onChoose={choose}
          />
        </div>
      )}
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          prepare();
        }}
      >
        <label htmlFor="prepared-question">{say('prepare.text')}</label>
        <textarea
          ref={caretAtEnd}
          dir="auto"
          id="prepared-question"
          rows={3}
          value={draft.text}
          // biome-ignore lint/a11y/noAutofocus: it opens at the operator's own press, to be typed into
          autoFocus
          onChange={(event) => draft.write(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey) return;
            event.preventDefault();
            prepare();
          }}
        />
        {over > 0 && (
          <p className={css.note} role="status">
            {say('prepare.long', { over })}
          </p>
        )}
        <div className={css.actions}>
          <Button kind="primary" type="submit" disabled={!ready}>
            {say('prepare.do')}
          </Button>
        </div>
      </form>
    </SidePanel>
  );
}
