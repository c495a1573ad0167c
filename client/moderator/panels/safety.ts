import type { EventView } from '../../../shared/views/view.ts';
import type { Switches } from '../actions/stage-actions.ts';

/** The switches for a flood of questions or of people, in their order. */
export const safetySwitches = ['slowMode', 'newcomersWait', 'joinsLocked', 'names'] as const;

/** One of them; `names` is on while names are hidden. */
export type SafetySwitch = (typeof safetySwitches)[number];

/** Whether a switch is on. */
export function isOn(policy: EventView['policy'], name: SafetySwitch): boolean {
  return name === 'names' ? policy.names === false : policy[name] === true;
}

/** The switches that are on. */
export function switchedOn(policy: EventView['policy']): SafetySwitch[] {
  return safetySwitches.filter((name) => isOn(policy, name));
}

/** What sets a switch. */
export function switching(name: SafetySwitch, on: boolean): Switches {
  return changes[name](on);
}

const changes: Readonly<Record<SafetySwitch, (on: boolean) => Switches>> = {
  slowMode: (slowMode) => ({ slowMode }),
  newcomersWait: (newcomersWait) => ({ newcomersWait }),
  joinsLocked: (joinsLocked) => ({ joinsLocked }),
  names: (hidden) => ({ names: !hidden }),
};
