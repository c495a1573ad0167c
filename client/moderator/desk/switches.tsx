import type { EventView } from '../../../shared/views/view.ts';
import { catalogue } from '../../look/messages.ts';
import type { Switches as Changes } from '../actions/stage-actions.ts';
import { deskMessages } from '../messages/desk.en.ts';
import css from './switches.module.css';

const say = catalogue(deskMessages);

/** The switches for a flood of questions or of people: one press each, their state in words and colour. */
export function Switches({
  policy,
  onSwitch,
}: {
  policy: EventView['policy'];
  onSwitch: (change: Changes) => void;
}) {
  const switches: readonly { name: string; on: boolean; change: Changes }[] = [
    {
      name: 'slowMode',
      on: policy.slowMode === true,
      change: { slowMode: policy.slowMode !== true },
    },
    {
      name: 'newcomersWait',
      on: policy.newcomersWait === true,
      change: { newcomersWait: policy.newcomersWait !== true },
    },
    {
      name: 'joinsLocked',
      on: policy.joinsLocked === true,
      change: { joinsLocked: policy.joinsLocked !== true },
    },
    { name: 'names', on: policy.names === false, change: { names: policy.names === false } },
  ];
  return (
    <fieldset className={css.switches}>
      <legend className="unseen">{say('switch.title')}</legend>
      {switches.map(({ name, on, change }) => (
        <button
          key={name}
          type="button"
          className={css.switch}
          aria-pressed={on}
          title={words[name]?.help}
          onClick={() => onSwitch(change)}
        >
          {words[name]?.label}
          <span className={css.state}>{on ? say('switch.on') : say('switch.off')}</span>
        </button>
      ))}
    </fieldset>
  );
}

const words: Readonly<Record<string, { label: string; help: string }>> = {
  slowMode: { label: say('switch.slowMode'), help: say('switch.slowMode.help') },
  newcomersWait: { label: say('switch.newcomersWait'), help: say('switch.newcomersWait.help') },
  joinsLocked: { label: say('switch.joinsLocked'), help: say('switch.joinsLocked.help') },
  names: { label: say('switch.names'), help: say('switch.names.help') },
};
