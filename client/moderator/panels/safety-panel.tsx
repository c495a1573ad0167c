import type { EventView } from '../../../shared/views/view.ts';
import { catalogue } from '../../look/messages.ts';
import { Switch } from '../../look/switch.tsx';
import type { Switches } from '../actions/stage-actions.ts';
import { deskMessages } from '../messages/desk.en.ts';
import { isOn, safetySwitches, switching } from './safety.ts';
import css from './side-panel.module.css';
import { SidePanel } from './side-panel.tsx';

const say = catalogue(deskMessages);

/** The switches for a flood of questions or of people, each with what it does. */
export function SafetyPanel({
  policy,
  onSwitch,
  onClose,
}: {
  policy: EventView['policy'];
  onSwitch: (change: Switches) => void;
  onClose: () => void;
}) {
  return (
    <SidePanel title={say('switch.title')} onClose={onClose}>
      <p className={css.note}>{say('settings.everyone.how')}</p>
      <div className={css.group}>
        {safetySwitches.map((name) => (
          <Switch
            key={name}
            label={say(`switch.${name}`)}
            hint={say(`switch.${name}.help`)}
            checked={isOn(policy, name)}
            onChange={(on) => onSwitch(switching(name, on))}
          />
        ))}
      </div>
    </SidePanel>
  );
}
