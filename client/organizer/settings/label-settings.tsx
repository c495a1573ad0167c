import x from 'lucide-static/icons/x.svg';
import { type FormEvent, useId, useState } from 'react';
import type { EventView } from '../../../shared/views/view.ts';
import { Button } from '../../look/button.tsx';
import { Icon } from '../../look/icon.tsx';
import { catalogue } from '../../look/messages.ts';
import { Part } from '../frame/part.tsx';
import { settingsMessages } from '../messages/settings.en.ts';
import { Row } from './setting-rows.tsx';
import css from './settings-page.module.css';
import { usePolicy } from './use-policy.ts';

const say = catalogue(settingsMessages);

/** Most labels, and the longest one, in characters. */
const most = { labels: 20, characters: 40 };

/** The labels that the desk offers for questions, besides those in use: added and removed one by one, at once. */
export function LabelSettings({ event: { policy } }: { event: EventView }) {
  const labels = policy.labels ?? [];
  const { said, busy, set, tell } = usePolicy();
  const [typed, setTyped] = useState('');
  const id = useId();
  const add = (sent: FormEvent) => {
    sent.preventDefault();
    const label = typed.trim();
    if (labels.includes(label)) return tell(say('labels.twice', { label }));
    void set({ labels: [...labels, label] }).then((done) => done && setTyped(''));
  };
  return (
    <Part folds title={say('labels.heading')} note={say('labels.how', most)}>
      {labels.length === 0 ? (
        <p className={css.said}>{say('labels.none')}</p>
      ) : (
        <ul className={css.chips} aria-label={say('labels.heading')}>
          {labels.map((label) => (
            <li key={label} className={css.chip}>
              <bdi>{label}</bdi>
              <Button
                kind="quiet"
                size="small"
                disabled={busy}
                aria-label={say('labels.remove', { label })}
                onClick={() => void set({ labels: labels.filter((each) => each !== label) })}
              >
                <Icon of={x} />
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Row said={said}>
        <form className={css.fields} onSubmit={add}>
          <label htmlFor={id}>{say('labels.new')}</label>
          <div className={css.line}>
            <input
              id={id}
              dir="auto"
              value={typed}
              maxLength={most.characters}
              onChange={({ currentTarget }) => setTyped(currentTarget.value)}
            />
            <Button type="submit" disabled={busy || typed.trim() === '' || labels.length >= most.labels}>
              {say('labels.add')}
            </Button>
          </div>
        </form>
      </Row>
    </Part>
  );
}
