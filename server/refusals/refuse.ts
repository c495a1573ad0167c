import { refusing } from '../../shared/wire/refusals.ts';
import { serverRefusals } from '../../shared/wire/server-refusals.ts';

/** Makes the server's own refusals, and those that it knows before a rule is asked. */
export const refuse = refusing(serverRefusals);
