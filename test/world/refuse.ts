import { refusalCodes } from '../../shared/wire/refusal-codes.ts';
import { refusing } from '../../shared/wire/refusals.ts';

/** Makes any refusal of a workshop day. */
export const refuse = refusing(refusalCodes);
