import { refusalCodes } from '../../shared/log/refusal-codes.ts';
import { refusing } from '../../shared/wire/refusals.ts';

/** Makes any refusal of a workshop day. */
export const refuse = refusing(refusalCodes);
