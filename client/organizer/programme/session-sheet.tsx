import close from 'lucide-static/icons/x.svg';
import { useEffect, useId, useRef } from 'react';
import { Button } from '../../look/button.tsx';
import { Icon } from '../../look/icon.tsx';
import { catalogue } from '../../look/messages.ts';
import { clockTime } from '../../look/zones.ts';
import { programmeMessages } from '../messages/programme-messages.en.ts';
import { type Carry, type Draft, type DraftSession, keyIn, type SessionEdit } from './draft.ts';
import css from './programme-page.module.css';
import { SessionEditor } from './session-editor.tsx';
import type { Outlook } from './use-programme.ts';

const say = catalogue(programmeMessages);

/** The form of one session, beside the programme; it stays until it is closed. */
export function SessionSheet(props: {
  draft: Draft;
  session: DraftSession;
  /** The session as everybody sees it; undefined where it is new. */
  published: DraftSession | undefined;
  outlook: Outlook | null;
  onEdit: (edit: SessionEdit, carry: Carry) => void;
  onRemove: () => void;
  onClose: () => void;
}) {
  const { draft, session, published, outlook, onEdit, onRemove, onClose } = props;
  const titleId = useId();
  const key = keyIn(draft, draft.sessions.indexOf(session));
  const problems = outlook?.of === 'wrong' ? outlook.problems.filter((each) => each.session === key) : [];
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <aside
      className={css.sheet}
      aria-labelledby={titleId}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) onClose();
      }}
    >
      <header className={css.sheetHead}>
        <h2 ref={heading} id={titleId} tabIndex={-1} dir="auto">
          {session.title || say('programme.untitled')}
        </h2>
        <Button kind="quiet" size="small" aria-label={say('programme.close')} onClick={onClose}>
          <Icon of={close} />
        </Button>
      </header>
      <Clashes session={session} zone={draft.timezone} outlook={outlook} />
      <SessionEditor {...{ draft, session, published, problems, onEdit, onRemove }} />
    </aside>
  );
}

/** What a session would be at the same time as. */
function Clashes(props: { session: DraftSession; zone: string; outlook: Outlook | null }) {
  const { session, zone, outlook } = props;
  const clashes = outlook?.of === 'seen' ? (outlook.difference.clashes ?? []) : [];
  const own = clashes.flatMap(({ one, other, from, to }) =>
    one.id === session.id
      ? [{ with: other, from, to }]
      : other.id === session.id
        ? [{ with: one, from, to }]
        : [],
  );
  const time = (instant: string) => clockTime(Date.parse(instant), zone);
  if (own.length === 0) return null;
  return (
    <ul className={css.clashes} aria-label={say('clash.heading')}>
      {own.map((clash) => (
        <li key={clash.with.id}>
          {say('clash.with', { title: clash.with.title, from: time(clash.from), to: time(clash.to) })}
        </li>
      ))}
    </ul>
  );
}
