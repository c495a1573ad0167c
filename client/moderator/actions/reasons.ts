import { dismissReasons } from '../../../shared/questions/question.ts';

/** Why a question was not taken, as one of the fixed reasons. */
type Reason = (typeof dismissReasons)[number];

/** Whether a `why` is one of the fixed reasons; anything else is a moderator's own words. */
export function isReason(why: string): why is Reason {
  return dismissReasons.some((reason) => reason === why);
}
