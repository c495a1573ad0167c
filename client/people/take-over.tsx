import type { Role } from '../../shared/people/role.ts';
import { Button } from '../look/button.tsx';
import { catalogue } from '../look/messages.ts';
import { MadeLink } from './made-link.tsx';
import { peopleMessages } from './messages.en.ts';
import css from './people.module.css';
import { useMadeLink } from './use-made-link.ts';

const say = catalogue(peopleMessages);
const desk = { role: 'moderator' } as const;

/**
 * Puts somebody at the desk in seconds: one press makes a moderator's link and shows it large, as QR code and as a code to
 * type, for any phone. `as` is the role that asks; the page decides when to show it.
 */
export function TakeOver({ slug, as }: { slug: string; as: Role }) {
  const label = say('takeOver.label');
  const { made, busy, problem, make } = useMadeLink(slug, as, desk, label);
  return (
    <div className={css.takeOver}>
      {made === null ? (
        <p>
          <Button kind="primary" disabled={busy} onClick={() => void make()}>
            {say(busy ? 'link.making' : 'takeOver.button')}
          </Button>
        </p>
      ) : (
        <>
          <p className={css.note}>{say('takeOver.how')}</p>
          <MadeLink made={made} label={label} large onAgain={() => void make()} />
        </>
      )}
      {problem !== null && <p className={css.problem}>{problem}</p>}
    </div>
  );
}
