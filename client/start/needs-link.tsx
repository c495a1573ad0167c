import type { Role } from '../../shared/people/role.ts';
import type { SpokenRefusal } from '../../shared/wire/refusals.ts';
import { base } from '../connection/base.ts';
import { isPassing } from '../connection/refusal.ts';
import { Button } from '../look/button.tsx';
import { useText } from '../look/messages.ts';
import { PlainPage } from '../look/plain-page.tsx';
import { askerSentence } from '../refusals/asker.ts';
import { attendeePath } from './events.ts';
import { startMessages } from './messages.en.ts';
import styles from './start.module.css';

/** Refusals whose sentence says itself whom to ask. */
const askAlready: ReadonlySet<string | undefined> = new Set([
  'person-revoked',
  'invite-withdrawn',
  'invite-used-up',
  'invite-expired',
  'access-withdrawn',
  'access-expired',
]);

interface NeedsLinkProps {
  slug: string;
  as: Role;
  refusal: SpokenRefusal;
  /** The link that somebody came by lost something on its way. */
  broken?: boolean;
  /** How to try again; the page is loaded anew where it is left out. */
  retry?: () => void;
}

/** Instead of a page that this browser may not open: which link it needs, and where that comes from. */
export function NeedsLink(props: NeedsLinkProps) {
  const { slug, as, refusal, broken = false, retry = () => location.reload() } = props;
  const say = useText(startMessages);
  if (refusal.reason === 'unknown') {
    return (
      <PlainPage title={say('gate.unknown', { slug })}>
        <p>{say('gate.unknownHelp')}</p>
        <p>
          <a href={`${base}/`}>{say('code.all')}</a>
        </p>
      </PlainPage>
    );
  }
  return (
    <PlainPage title={say(`gate.${as}`)}>
      {refusal.reason !== 'no-badge' && (
        <p className={styles.reason}>{broken ? say('gate.broken') : askerSentence(refusal)}</p>
      )}
      {!isPassing(refusal) && (
        <p>{say(broken ? 'gate.brokenHelp' : askAlready.has(refusal.code) ? 'gate.once' : 'gate.help')}</p>
      )}
      <p className={styles.actions}>
        {isPassing(refusal) && (
          <Button kind="primary" onClick={retry}>
            {say('gate.retry')}
          </Button>
        )}
        <a href={base + attendeePath(slug)}>{say('gate.asAttendee')}</a>
      </p>
      <details className={styles.runs}>
        <summary>{say('gate.runs')}</summary>
        <p>{say('gate.runsHelp')}</p>
        <p>
          <code className={styles.command}>
            {say('gate.command', { slug, role: `${as}${scopeIn(location.pathname)}` })}
          </code>
        </p>
      </details>
    </PlainPage>
  );
}

/** What a speaker's link has to name, as the command line takes it: the page's session, or the lectern's room. */
function scopeIn(path: string): string {
  const [, page, id] = /\/(speaker|monitor)\/([^/]+)$/.exec(path) ?? [];
  if (id === undefined) return '';
  return page === 'speaker' ? ` --session ${id}` : ` --room ${id}`;
}
