import { useId } from 'react';
import type { EventView } from '../../../shared/views/view.ts';
import { catalogue } from '../../look/messages.ts';
import { Part } from '../frame/part.tsx';
import { settingsMessages } from '../messages/settings.en.ts';
import { Row, Toggle } from './setting-rows.tsx';
import css from './settings-page.module.css';
import { usePolicy } from './use-policy.ts';

const say = catalogue(settingsMessages);

/** The rules of asking: who reads first, whose names show, what happens where nobody is at the desk. They hold at once. */
export function QuestionSettings({ event: { policy } }: { event: EventView }) {
  return (
    <Part title={say('questions.heading')} note={say('questions.how')}>
      <div className={css.settings}>
        <Choice
          name={say('moderation.is')}
          value={policy.moderation ?? 'before'}
          options={[
            ['before', say('moderation.before')],
            ['after', say('moderation.after')],
          ]}
          field="moderation"
        />
        <Choice
          name={say('unattended.is')}
          value={policy.unattended ?? 'hold'}
          options={[
            ['hold', say('unattended.hold')],
            ['approve', say('unattended.approve')],
          ]}
          field="unattended"
        />
        <Choice
          name={say('anonymous.is')}
          value={policy.anonymous ?? 'default'}
          options={[
            ['default', say('anonymous.default')],
            ['allowed', say('anonymous.allowed')],
            ['never', say('anonymous.never')],
          ]}
          field="anonymous"
        />
        <Choice
          name={say('publish.is')}
          value={policy.publish ?? 'all'}
          options={[
            ['all', say('publish.all')],
            ['answered', say('publish.answered')],
            ['none', say('publish.none')],
          ]}
          field="publish"
        />
        <Toggle
          name={say('names.is')}
          hint={say('names.how')}
          on={policy.names === false}
          field="names"
          turned
        />
        <Toggle
          name={say('newcomers.is')}
          hint={say('newcomers.how')}
          on={policy.newcomersWait === true}
          field="newcomersWait"
        />
        <Toggle name={say('slow.is')} hint={say('slow.how')} on={policy.slowMode === true} field="slowMode" />
        <Toggle
          name={say('askBefore.is')}
          hint={say('askBefore.how')}
          on={policy.askBefore !== false}
          field="askBefore"
        />
        <Toggle
          name={say('autorun.is')}
          hint={say('autorun.how')}
          on={policy.autorun !== false}
          field="autorun"
        />
      </div>
    </Part>
  );
}

/** One of a few words, chosen at once. */
function Choice<F extends 'moderation' | 'unattended' | 'anonymous' | 'publish'>(props: {
  name: string;
  value: string;
  options: readonly (readonly [value: NonNullable<EventView['policy'][F]>, words: string])[];
  field: F;
}) {
  const { name, value, options, field } = props;
  const { said, busy, set } = usePolicy();
  const id = useId();
  return (
    <Row said={said}>
      <label htmlFor={id}>{name}</label>
      <select
        id={id}
        value={value}
        disabled={busy}
        onChange={({ currentTarget }) => {
          const chosen = options.find(([each]) => each === currentTarget.value);
          if (chosen) void set({ [field]: chosen[0] });
        }}
      >
        {options.map(([each, words]) => (
          <option key={each} value={each}>
            {words}
          </option>
        ))}
      </select>
    </Row>
  );
}
