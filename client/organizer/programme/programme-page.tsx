import plus from 'lucide-static/icons/plus.svg';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { EventView, SessionView } from '../../../shared/views/view.ts';
import { Button } from '../../look/button.tsx';
import { Icon } from '../../look/icon.tsx';
import { catalogue } from '../../look/messages.ts';
import { useMedia } from '../../look/use-media.ts';
import { inOneLine } from '../../look/written.ts';
import { staffSentence } from '../../refusals/staff.ts';
import { isLocked } from '../../rundown/lock.ts';
import { ImportSection } from '../file/import-section.tsx';
import { programmeMessages } from '../messages/programme-messages.en.ts';
import { type DraftSession, edited, indexOf, keyIn, withNewSession, withoutSession } from './draft.ts';
import css from './programme-page.module.css';
import { ProgrammeTable } from './programme-table.tsx';
import { QaForAll } from './qa-for-all.tsx';
import { SessionSheet } from './session-sheet.tsx';
import { StagedBar } from './staged-bar.tsx';
import { useOpenSession } from './use-open-session.ts';
import type { ProgrammeDraft } from './use-programme.ts';

const say = catalogue(programmeMessages);

/** On a running day the table is opened where it runs, once: a little of what was before stays in sight above it. */
function useNowInSight(loaded: boolean): RefObject<HTMLDivElement | null> {
  const table = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!loaded) return;
    // The page is read from its top first, which comes after this.
    const frame = requestAnimationFrame(() => {
      const now = table.current?.querySelector('[data-now="true"]');
      if (now && now.getBoundingClientRect().bottom > innerHeight * 0.6)
        now.scrollIntoView({ block: 'center' });
    });
    return () => cancelAnimationFrame(frame);
  }, [loaded]);
  return table;
}

/** The programme as a table, a session's form beside it; what is changed waits until it is published. */
export function ProgrammePage(props: {
  event: EventView;
  sessions: readonly SessionView[];
  programme: ProgrammeDraft;
}) {
  const { event, sessions, programme } = props;
  const [importing, setImporting] = useState(false);
  const covered = useMedia('(max-width: 68.99rem)');
  const { open, opening, setOpen } = useOpenSession(programme.loaded?.draft ?? null);
  const opener = useRef<HTMLElement | null>(null);
  const table = useNowInSight(programme.loaded !== null);
  const { loaded, problem } = programme;
  if (loaded === null)
    return problem === null ? (
      <p>{say('programme.loading')}</p>
    ) : (
      <p role="alert">
        {say('programme.failed', { why: staffSentence(problem) })}{' '}
        <Button onClick={() => void programme.reload()}>{say('programme.again')}</Button>
      </p>
    );
  const { draft, base, version, lost } = loaded;
  const live = new Map(sessions.map((session) => [session.id, session]));
  const changed = programme.outlook !== null;
  const runs = sessions.some(({ status }) => status === 'onAir');
  const locked = ({ id }: DraftSession) => {
    const session = id === undefined ? undefined : live.get(id);
    return session !== undefined && isLocked(sessions, session) && open !== session.id;
  };
  const openSession = (key: string | null) => {
    if (key !== null && document.activeElement instanceof HTMLElement)
      opener.current = document.activeElement;
    setOpen(key);
    if (key !== null) setImporting(false);
    if (key === null) setTimeout(() => opener.current?.focus());
  };
  const index = open === null ? -1 : indexOf(draft, open);
  const session = draft.sessions[index];
  const add = () => {
    const more = withNewSession(draft, say('programme.newTitle'));
    openSession(keyIn(more, more.sessions.length - 1));
    programme.change((before) => withNewSession(before, say('programme.newTitle')));
  };
  return (
    <div className={css.beside} data-open={session !== undefined}>
      <div className={css.column}>
        <div ref={table} className={css.programme} inert={covered && session !== undefined}>
          <div className={css.tools}>
            <p className={css.note}>
              {say(changed ? 'programme.importLater' : runs ? 'programme.locked' : 'programme.how')}
            </p>
            <Button kind={draft.sessions.length === 0 ? 'primary' : 'plain'} onClick={add}>
              <Icon of={plus} />
              {say('programme.add')}
            </Button>
            <Button
              aria-expanded={importing}
              disabled={changed}
              onClick={() => {
                setImporting(!importing);
                setOpen(null);
              }}
            >
              {say('programme.import')}
            </Button>
          </div>
          {importing && !changed && <ImportSection event={event} />}
          {lost.length > 0 && (
            <p className={css.note} role="alert">
              {say('programme.lost', { count: lost.length, titles: inOneLine(lost) })}
            </p>
          )}
          {draft.sessions.length === 0 && <p>{say('programme.empty')}</p>}
          <QaForAll
            draft={draft}
            over={({ id = '' }) => live.get(id)?.status === 'ended'}
            onEdit={programme.change}
          />
          <ProgrammeTable
            {...{ event, draft, live, locked, open }}
            onOpen={(key) => openSession(key === open ? null : key)}
          />
        </div>
        <StagedBar programme={programme} zone={draft.timezone} />
      </div>
      {open !== null && session && (
        <SessionSheet
          key={`${version} ${opening}`}
          draft={draft}
          session={session}
          published={base.sessions.find(({ id }) => id !== undefined && id === session.id)}
          outlook={programme.outlook}
          onEdit={(edit, carry) =>
            programme.change((before) => edited(before, indexOf(before, open), edit, carry))
          }
          onRemove={() => {
            openSession(null);
            programme.change((before) => withoutSession(before, indexOf(before, open)));
          }}
          onClose={() => openSession(null)}
        />
      )}
    </div>
  );
}
