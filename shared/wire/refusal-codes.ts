import { eventRefusals } from '../event/refusals.ts';
import { logRefusals } from '../log/refusals.ts';
import { peopleRefusals } from '../people/refusals.ts';
import { questionRefusals } from '../questions/refusals.ts';
import { rundownRefusals } from '../rundown/refusals.ts';
import { stageRefusals } from '../stage/refusals.ts';
import { serverRefusals } from './server-refusals.ts';

/** Every finer word for a refusal, with its reason: what each noun declares beside its rules, and the server's own. */
export const refusalCodes = {
  ...peopleRefusals,
  ...eventRefusals,
  ...rundownRefusals,
  ...questionRefusals,
  ...stageRefusals,
  ...logRefusals,
  ...serverRefusals,
};
export type RefusalCode = keyof typeof refusalCodes;

/** The reason that a code belongs to. */
export type ReasonOf<C extends RefusalCode> = (typeof refusalCodes)[C];
