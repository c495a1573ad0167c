import x from 'lucide-static/icons/x.svg';
import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { questionLimits } from '../../../shared/questions/question.ts';
import { useView } from '../../connection/hooks.tsx';
import { useAnnounce } from '../../look/announcer.tsx';
import { Button } from '../../look/button.tsx';
import { Icon } from '../../look/icon.tsx';
import { useText } from '../../look/messages.ts';
import { tidied, typedLength } from '../../questions/typed-length.ts';
import type { Joining } from '../join/use-join.ts';
import type { ChosenSession } from '../list/chosen-session.ts';
import { attendeeMessages } from '../messages/attendee.en.ts';
import { useAskedOnce } from './asked-once.ts';
import styles from './composer.module.css';
import { Counter } from './counter.tsx';
import { Field } from './field.tsx';
import { Under } from './under.tsx';
import type { Anonymity } from './use-anonymity.ts';
import { useDraft } from './use-draft.ts';
import type { OutgoingQuestions } from './use-outgoing.ts';
import { whom } from './whom.ts';

interface ComposerProps {
  slug: string;
  chosen: ChosenSession;
  anonymity: Anonymity;
  enter: Joining['enter'];
  onAsk: OutgoingQuestions['ask'];
  /** At the thumb it is one line, and a sheet while it is used; a card is always whole. */
  place: 'dock' | 'card';
  shown: boolean;
}

/** The field that is always at hand: a question, to whom, under which name. What is written stays, open or not. */
export function Composer(props: ComposerProps) {
  const { slug, chosen, anonymity, enter, onAsk, place, shown } = props;
  const say = useText(attendeeMessages);
  const { session, dayOver, drafting } = chosen;
  const [text, setText] = useDraft(slug, session?.id);
  const [opened, setOpened] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const closedEvent = useView((view) => view.event?.closed) ?? false;
  const attendance = useAskedOnce(slug);
  const fieldId = useId();
  const counterId = useId();
  const asId = useId();
  const units = typedLength(text);
  const begun = units > 0;
  const open = place === 'card' || opened;
  const isSheet = place === 'dock' && opened;
  useLastCallAlarm(chosen, begun);
  useEffect(() => drafting(begun), [begun, drafting]);

  const leave = () => {
    setOpened(false);
    form.current?.focus({ preventScroll: true });
  };
  const ready = session !== undefined && !closedEvent && hasRightLength(units);
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (!ready) return;
    setText('');
    attendance.settle();
    if (place === 'dock') leave();
    void onAsk({ session: session.id, text: tidied(text), anonymous: anonymity.anonymous, keep: true });
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
    if (event.key === 'Escape' && isSheet) leave();
  };
  // After the event nothing begs for a question; what was begun is not lost.
  if ((closedEvent || dayOver) && !begun) return null;
  const who = whom(session, say);
  return (
    <>
      {isSheet && shown && <div className={styles.scrim} aria-hidden="true" onPointerDown={leave} />}
      <form
        ref={form}
        tabIndex={-1}
        className={styles.composer}
        hidden={!shown}
        onSubmit={submit}
        onKeyDown={keys}
        data-open={open}
        data-place={place}
      >
        <Head field={fieldId} open={open} whom={who.name} onClose={isSheet ? leave : null} />
        <div className={styles.line}>
          <Field
            id={fieldId}
            text={text}
            open={open}
            placeholder={who.line}
            describedBy={counterId}
            onOpen={() => setOpened(true)}
            onChange={setText}
          />
          {(open || begun) && (
            <Send
              keeps={!closedEvent && keepsFrom(session)}
              ready={ready}
              describedBy={open ? undefined : asId}
            />
          )}
        </div>
        {!open && begun && (
          <p id={asId} className={styles.as}>
            {anonymity.as}
          </p>
        )}
        <Counter id={counterId} units={units} />
        {open && (
          <Under {...{ slug, chosen, anonymity, enter, begun, closedEvent, asksPlace: attendance.asks }} />
        )}
      </form>
    </>
  );
}

/** Whether something is written, and not too much. */
function hasRightLength(units: number): boolean {
  return units > 0 && units <= questionLimits.units;
}

/** Whether what is asked of a session now is kept, since it takes no questions. */
function keepsFrom(session: ChosenSession['session']): boolean {
  return session?.questions === 'closed';
}

/** Sends what is written, or has it kept where the session takes none now. */
function Send(props: { keeps: boolean; ready: boolean; describedBy: string | undefined }) {
  const say = useText(attendeeMessages);
  return (
    <Button
      type="submit"
      kind="primary"
      className={styles.send}
      aria-describedby={props.describedBy}
      disabled={!props.ready}
    >
      {say(props.keeps ? 'ask.keep' : 'ask.send')}
    </Button>
  );
}

/** What the field is for, and whom it asks; where it is a sheet, how to close it. */
function Head(props: { field: string; open: boolean; whom: string | null; onClose: (() => void) | null }) {
  const { field, open, whom, onClose } = props;
  const say = useText(attendeeMessages);
  return (
    <div className={open ? styles.head : 'unseen'}>
      <label htmlFor={field} className={styles.label}>
        {say('ask.label')}
      </label>
      {open && whom && <span className={styles.whom}>{say('ask.to', { who: whom })}</span>}
      {onClose && (
        <button type="button" className={styles.close} aria-label={say('ask.close')} onClick={onClose}>
          <Icon of={x} />
        </button>
      )}
    </div>
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
