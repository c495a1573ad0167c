import { type FormEvent, useId, useState } from 'react';
import type { EventView } from '../../../shared/views/view.ts';
import { setPasscode } from '../../connection/setting-requests.ts';
import { Button } from '../../look/button.tsx';
import { catalogue } from '../../look/messages.ts';
import { Part } from '../frame/part.tsx';
import { settingsMessages } from '../messages/settings.en.ts';
import { Row, Toggle } from './setting-rows.tsx';
import css from './settings-page.module.css';
import { useSaved } from './use-policy.ts';

const say = catalogue(settingsMessages);

/** Shortest and longest passcode, in characters. */
const passcodeLength = { least: 4, most: 200 };

/** Who gets in: whoever says a passcode, where there is one, or nobody new. It is never shown: the server has a hash of it. */
export function EntrySettings({ event: { slug, door, policy } }: { event: EventView }) {
  const { said, busy, save } = useSaved();
  const [typed, setTyped] = useState('');
  const id = useId();
  const locked = door === 'passcode';
  const passcode = typed.trim();
  const submit = (sent: FormEvent) => {
    sent.preventDefault();
    void save(() => setPasscode(slug, passcode)).then((done) => done && setTyped(''));
  };
  return (
    <Part folds title={say('door.heading')} note={say('questions.how')}>
      <div className={css.settings}>
        <Row said={said}>
          <form className={css.fields} onSubmit={submit}>
            <label htmlFor={id}>{say('door.passcode')}</label>
            <p id={`${id}-how`} className={css.said}>
              {say(locked ? 'door.set' : 'door.open')} {say('door.how', passcodeLength)}
            </p>
            <div className={css.line}>
              <input
                id={id}
                dir="auto"
                value={typed}
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
                maxLength={passcodeLength.most}
                aria-describedby={`${id}-how`}
                onChange={({ currentTarget }) => setTyped(currentTarget.value)}
              />
              <Button type="submit" disabled={busy || passcode.length < passcodeLength.least}>
                {say(locked ? 'door.change' : 'door.add')}
              </Button>
              {locked && (
                <Button disabled={busy} onClick={() => void save(() => setPasscode(slug, false))}>
                  {say('door.remove')}
                </Button>
              )}
            </div>
          </form>
        </Row>
        <Toggle
          name={say('entry.is')}
          hint={say('entry.how')}
          on={policy.joinsLocked === true}
          field="joinsLocked"
        />
      </div>
    </Part>
  );
}
