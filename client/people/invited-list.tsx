import { useState } from 'react';
import type { CrewView } from '../../shared/views/view.ts';
import type { WireOutcome } from '../../shared/wire/down.ts';
import { useAnnounce } from '../look/announcer.tsx';
import { Badge } from '../look/badge.tsx';
import { Button } from '../look/button.tsx';
import { Dialog } from '../look/dialog.tsx';
import { catalogue } from '../look/messages.ts';
import { staffSentence } from '../refusals/staff.ts';
import { peopleMessages } from './messages.en.ts';
import css from './people.module.css';
import { inSeenOrder, seenWords } from './seen-words.ts';

const say = catalogue(peopleMessages);

interface InvitedListProps {
  people: readonly CrewView[];
  /** The zone in which times are said. */
  zone: string;
  /** The server's time, epoch milliseconds. */
  now: number;
  /** The reader's own id: they are named as such, and cannot lock themselves out. */
  me?: string | undefined;
  /** Takes somebody's badges; without it nobody can be revoked from here. */
  onRevoke?: (person: CrewView) => Promise<WireOutcome>;
}

/** Everybody who came by a link: who, as what, here now or last seen when; and for organizers, out. */
export function InvitedList({ people, zone, now, me, onRevoke }: InvitedListProps) {
  const announce = useAnnounce();
  const [asking, setAsking] = useState<CrewView | null>(null);
  const [line, setLine] = useState<string | null>(null);
  const revoke = async (person: CrewView) => {
    setAsking(null);
    const outcome = await onRevoke?.(person);
    if (!outcome) return;
    const said = outcome.ok
      ? say('invited.done', { name: nameOf(person) })
      : say('invited.failed', { why: staffSentence(outcome) });
    setLine(said);
    announce(said);
  };
  if (people.length === 0) return <p className={css.note}>{say('invited.none')}</p>;
  return (
    <>
      <ul className={css.invited}>
        {inSeenOrder(people).map((person) => (
          <li key={person.id} className={css.person} data-over={person.revoked}>
            <span className={css.who}>
              {person.name === null ? say('invited.noName') : <strong>{person.name}</strong>}
            </span>
            <span className={css.role}>{say(`role.${person.role}`)}</span>
            <span className={css.seen}>
              {person.revoked ? (
                <Badge>{say('invited.revoked')}</Badge>
              ) : person.connected ? (
                <Badge kind="ok">{say('invited.here')}</Badge>
              ) : (
                seenWords(person, now, zone)
              )}
            </span>
            {person.id === me && <Badge kind="accent">{say('invited.you')}</Badge>}
            {onRevoke && !person.revoked && person.id !== me && (
              <Button
                size="small"
                kind="danger"
                aria-label={say('invited.revokeNamed', { name: nameOf(person) })}
                onClick={() => setAsking(person)}
              >
                {say('invited.revoke')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {line !== null && <p className={css.note}>{line}</p>}
      <Dialog
        open={asking !== null}
        title={say('invited.askTitle', { name: asking ? nameOf(asking) : '' })}
        onClose={() => setAsking(null)}
      >
        <p>{say('invited.ask')}</p>
        <p className={css.actions}>
          <Button kind="danger" onClick={() => asking && void revoke(asking)}>
            {say('invited.revoke')}
          </Button>
          <Button onClick={() => setAsking(null)}>{say('invited.keep')}</Button>
        </p>
      </Dialog>
    </>
  );
}

/** What to call somebody in a sentence. */
function nameOf({ name, role }: CrewView): string {
  return name ?? say('invited.nameless', { role: say(`role.${role}`) });
}
