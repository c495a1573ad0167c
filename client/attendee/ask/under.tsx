import { useView } from '../../connection/hooks.tsx';
import { Button } from '../../look/button.tsx';
import { useText } from '../../look/messages.ts';
import { Switch } from '../../look/switch.tsx';
import { Attendance } from '../join/attendance.tsx';
import { MyName } from '../join/my-name.tsx';
import type { Joining } from '../join/use-join.ts';
import type { ChosenSession } from '../list/chosen-session.ts';
import { attendeeMessages } from '../messages/attendee.en.ts';
import styles from './composer.module.css';
import type { Anonymity } from './use-anonymity.ts';

/** Below the field: what stands in the way of sending, under which name, and once from where. */
export function Under(props: {
  slug: string;
  chosen: ChosenSession;
  anonymity: Anonymity;
  enter: Joining['enter'];
  begun: boolean;
  closedEvent: boolean;
  asksPlace: boolean;
}) {
  const { slug, chosen, anonymity, enter, begun, closedEvent, asksPlace } = props;
  const { anonymous, setAnonymous, hint, fixed, nameless } = anonymity;
  const say = useText(attendeeMessages);
  const slow = useView((view) => view.event?.policy.slowMode) ?? false;
  if (closedEvent) return <p className={styles.closed}>{say('ask.endOfEvent')}</p>;
  return (
    <div className={styles.under}>
      {!chosen.session && begun && <p className={styles.note}>{say('ask.connecting')}</p>}
      {chosen.session?.questions === 'closed' && <Closed chosen={chosen} />}
      {slow && <p className={styles.note}>{say('ask.slowMode')}</p>}
      {fixed ? (
        <p className={styles.note}>{hint}</p>
      ) : (
        <Switch label={say('ask.anonymous')} hint={hint} checked={anonymous} onChange={setAnonymous} />
      )}
      {nameless && <MyName enter={enter} within />}
      {asksPlace && <Attendance slug={slug} enter={enter} asks />}
    </div>
  );
}

function Closed({ chosen }: { chosen: ChosenSession }) {
  const say = useText(attendeeMessages);
  const { session, running, next, choose } = chosen;
  const other = [running, next].find(
    (each) => each && each.id !== session?.id && each.questions !== 'closed',
  );
  return (
    <p className={styles.closed}>
      {say('ask.closed', { title: session?.title ?? '' })}
      {other && (
        <Button kind="quiet" onClick={() => choose(other.id)}>
          {say('ask.askRunning', { title: other.title })}
        </Button>
      )}
    </p>
  );
}
