import { useState } from 'react';
import { type Audience, audienceSchema } from '../../../shared/event/audience.ts';
import type { MessageView } from '../../../shared/views/view.ts';
import { useServerNow } from '../../connection/hooks.tsx';
import { Button } from '../../look/button.tsx';
import { catalogue } from '../../look/messages.ts';
import { Segmented } from '../../look/segmented.tsx';
import { clockTime } from '../../look/zones.ts';
import { deskMessages } from '../messages/desk.en.ts';
import { caretAtEnd } from './caret-at-end.ts';
import css from './side-panel.module.css';
import { SidePanel } from './side-panel.tsx';
import { useDeskDraft } from './use-desk-draft.ts';

const say = catalogue(deskMessages);

/** For how many minutes an announcement may hold; null: until somebody ends it. */
const durations = [5, 15, 60, null] as const;

const audiences: readonly Audience[] = audienceSchema.options;

/** Tells everybody, the room, the remote, the staff or the speakers something; what holds now can be ended. */
export function AnnouncePanel({
  messages,
  zone,
  onAnnounce,
  onEnd,
  onClose,
}: {
  messages: readonly MessageView[];
  zone: string;
  /** Gives whether it was done. */
  onAnnounce: (text: string, to: Audience, until: string | null) => Promise<boolean>;
  onEnd: (message: string) => void;
  onClose: () => void;
}) {
  const now = useServerNow(10_000);
  const draft = useDeskDraft('announcement');
  const nothing = draft.text.trim() === '';
  const [to, setTo] = useState<Audience>('all');
  const [minutes, setMinutes] = useState<string>('15');
  return (
    <SidePanel title={say('announce.title')} onClose={onClose}>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (nothing || draft.underway) return;
          const until = minutes === '' ? null : new Date(now + Number(minutes) * 60_000).toISOString();
          void draft.hand((text) => onAnnounce(text, to, until));
        }}
      >
        <label htmlFor="announcement">{say('announce.text')}</label>
        <textarea
          ref={caretAtEnd}
          dir="auto"
          id="announcement"
          rows={3}
          maxLength={200}
          value={draft.text}
          // biome-ignore lint/a11y/noAutofocus: it opens at the operator's own press, to be typed into
          autoFocus
          onChange={(event) => draft.write(event.currentTarget.value)}
        />
        <p className={css.note}>
          {say('announce.count', { units: draft.text.length })}. {say('announce.how')}
        </p>
        <Segmented
          label={say('announce.whom')}
          labelled
          value={to}
          onChange={setTo}
          options={audiences.map((value) => ({ value, label: say(`announce.to.${value}`) }))}
        />
        <Segmented
          label={say('announce.until')}
          labelled
          value={minutes}
          onChange={setMinutes}
          options={durations.map((value) => ({
            value: value === null ? '' : String(value),
            label: value === null ? say('announce.ended') : say('announce.minutes', { minutes: value }),
          }))}
        />
        <div className={css.actions}>
          <Button kind="primary" type="submit" disabled={nothing || draft.underway}>
            {say('announce.do')}
          </Button>
        </div>
      </form>
      {messages.length > 0 && (
        <ul className={css.entries} aria-label={say('announce.now')}>
          {messages.map((message) => (
            <li key={message.id} className={css.entry}>
              <p dir="auto">{message.text}</p>
              <p className={css.note}>
                {say(`announce.to.${message.to}`)}
                {' · '}
                {message.until === null
                  ? say('announce.ended')
                  : say('announce.till', { time: clockTime(Date.parse(message.until), zone) })}
              </p>
              <Button size="small" onClick={() => onEnd(message.id)}>
                {say('announce.end')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </SidePanel>
  );
}
