import type { Role } from '../../shared/people/role.ts';
import type { Whom } from '../connection/staff-requests.ts';
import { Button } from '../look/button.tsx';
import { catalogue } from '../look/messages.ts';
import { MadeLink } from './made-link.tsx';
import { peopleMessages } from './messages.en.ts';
import css from './people.module.css';
import { useMadeLink } from './use-made-link.ts';

const say = catalogue(peopleMessages);

/**
 * A link for somebody else at a press: `as` is the role that asks, `whom` the body of the invite, `label` what it opens.
 * Nothing is made before the press.
 */
export function StaffLink(props: { slug: string; as: Role; whom: Whom; label: string }) {
  const { slug, as, whom, label } = props;
  const { made, busy, problem, make } = useMadeLink(slug, as, whom, label);
  return (
    <div className={css.link}>
      <p className={css.head}>
        <span className={css.label}>{label}</span>
        {made === null && (
          <Button
            size="small"
            aria-label={`${say('link.make')}: ${label}`}
            disabled={busy}
            onClick={() => void make()}
          >
            {say(busy ? 'link.making' : 'link.make')}
          </Button>
        )}
      </p>
      {problem !== null && <p className={css.problem}>{problem}</p>}
      {made !== null && <MadeLink made={made} label={label} onAgain={() => void make()} />}
    </div>
  );
}
