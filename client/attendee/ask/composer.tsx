import {
  type FormEvent,
  type KeyboardEvent,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { questionLimits } from '../../../shared/questions/question.ts';
import { useView } from '../../connection/hooks.tsx';
import { useAnnounce } from '../../look/announcer.tsx';
import { Button } from '../../look/button.tsx';
import { classes } from '../../look/classes.ts';
import { useText } from '../../look/messages.ts';
import { Switch } from '../../look/switch.tsx';
import { tidied, typedLength } from '../../questions/typed-length.ts';
import { MyName } from '../join/my-name.tsx';
import type { Joining } from '../join/use-join.ts';
import type { ChosenSession } from '../list/chosen-session.ts';
import { SessionChoice } from '../list/session-choice.tsx';
import { attendeeMessages } from '../messages/attendee.en.ts';
import styles from './composer.module.css';
import { isPaused } from './paused.ts';
import type { Sent } from './sent.ts';
import { SentLine } from './sent-line.tsx';
import type { Anonymity } from './use-anonymity.ts';
import { useDraft } from './use-draft.ts';
import type { OutgoingQuestions } from './use-outgoing.ts';

/** From how many units on the counter shows, and from how many it says that shorter is better. */
const counterFrom = 120;
const longFrom = 160;

interface ComposerProps {
  slug: string;
  chosen: ChosenSession;
  outgoing: OutgoingQuestions;
  anonymity: Anonymity;
  enter: Joining['enter'];
}

/** The field that is always at hand: a question, to whom, under which name. */
export function Composer({ slug, chosen, outgoing, anonymity, enter }: ComposerProps) {
  const say = useText(attendeeMessages);
  const { session, drafting } = chosen;
  const [text, setText] = useDraft(slug, session?.id);
  const [sent, setSent] = useState<Sent | null>(null);
  const slow = useView((view) => view.event?.policy.slowMode) ?? false;
  const closedEvent = useView((view) => view.event?.closed) ?? false;
  const { anonymous, setAnonymous, hint, fixed, nameless } = anonymity;
  const fieldId = useId();
  const counterId = useId();
  const units = typedLength(text);
  const over = units - questionLimits.units;
  const begun = units > 0;
  const closed = session?.questions === 'closed';
  useLastCallAlarm(chosen, begun);
  useEffect(() => drafting(begun), [begun, drafting]);

  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (session === undefined || units === 0 || over > 0) return;
    setText('');
    setSent(null);
    void outgoing.ask({ session: session.id, text: tidied(text), anonymous, keep: true }).then(setSent);
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
  };
  if (closedEvent) return <p className={styles.note}>{say('ask.endOfEvent')}</p>;
  return (
    <form className={styles.composer} onSubmit={submit} data-writing={units > 0}>
      <SentLine
        sent={sent}
        paused={outgoing.all.some((each) => each.id === sent?.id && isPaused(each))}
        onPutBack={setText}
      />
      <div className={styles.head}>
        <label htmlFor={fieldId} className={styles.label}>
          {say('ask.label')}
        </label>
        <SessionChoice chosen={chosen} label={say('ask.to')} />
      </div>
      <div className={styles.line}>
        <Field id={fieldId} text={text} onChange={setText} onKeyDown={keys} describedBy={counterId} />
        <Button
          type="submit"
          kind="primary"
          className={styles.send}
          disabled={units === 0 || over > 0 || !session}
        >
          {closed ? say('ask.keep') : say('ask.send')}
        </Button>
      </div>
      <div className={styles.under}>
        <Counter id={counterId} units={units} />
        {!session && units > 0 && <p className={styles.note}>{say('ask.connecting')}</p>}
        {closed && <Closed chosen={chosen} />}
        {slow && <p className={classes(styles.note, styles.name)}>{say('ask.slowMode')}</p>}
        <div className={styles.name}>
          {fixed ? (
            <p className={styles.note}>{hint}</p>
          ) : (
            <Switch label={say('ask.anonymous')} hint={hint} checked={anonymous} onChange={setAnonymous} />
          )}
          {nameless && <MyName enter={enter} />}
        </div>
      </div>
    </form>
  );
}

function Field(props: {
  id: string;
  text: string;
  describedBy: string;
  onChange: (text: string) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}) {
  const { id, text, describedBy, onChange, onKeyDown } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the field grows with its text
  useLayoutEffect(() => {
    const area = field.current;
    if (!area) return;
    area.style.height = 'auto';
    area.style.height = `${area.scrollHeight + 2}px`;
  }, [text]);
  return (
    <textarea
      dir="auto"
      ref={field}
      id={id}
      className={styles.field}
      rows={1}
      value={text}
      maxLength={4000}
      aria-describedby={describedBy}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={onKeyDown}
    />
  );
}

function Counter({ id, units }: { id: string; units: number }) {
  const say = useText(attendeeMessages);
  const { units: limit } = questionLimits;
  const tone = units > limit ? styles.over : units >= longFrom ? styles.long : styles.count;
  const words =
    units > limit
      ? say('ask.over', { over: units - limit })
      : units >= counterFrom
        ? say('ask.count', { units, limit })
        : '';
  return (
    <p id={id} className={tone} hidden={words === ''}>
      <output>{words}</output> {units >= longFrom && units <= limit && say('ask.long')}
    </p>
  );
}

function Closed({ chosen }: { chosen: ChosenSession }) {
  const say = useText(attendeeMessages);
  const { session, running, choose } = chosen;
  const other = running && running.id !== session?.id && running.questions !== 'closed' ? running : null;
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

/** Says at once that the Q&A is about to close while a draft is not sent. */
function useLastCallAlarm({ session }: ChosenSession, begun: boolean): void {
  const say = useText(attendeeMessages);
  const announce = useAnnounce();
  const pressing = begun && session?.questions === 'lastCall';
  const title = session?.title ?? '';
  useEffect(() => {
    if (pressing) announce(say('ask.lastCallDraft', { title }), 'alert');
  }, [pressing, title, announce, say]);
}
