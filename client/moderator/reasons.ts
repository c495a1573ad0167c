import { dismissReasons } from '../../shared/questions/commands.ts';

/** Why a question was not taken, as one of the fixed reasons. */
export type Reason = (typeof dismissReasons)[number];

/** The reason that a digit stands for in the menu: 1 is the first. */
export function reasonOfKey(key: string): Reason | null {
  return /^[1-9]$/.test(key) ? (dismissReasons[Number(key) - 1] ?? null) : null;
}

/** Whether a `why` is one of the fixed reasons; anything else is a moderator's own words. */
export function isReason(why: string): why is Reason {
  return dismissReasons.some((reason) => reason === why);
}
