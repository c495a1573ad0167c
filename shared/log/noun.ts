import { staff } from '../people/role.ts';
import { command, noun } from '../state/noun.ts';
import { undoSchema } from './commands.ts';
import { logRefusals } from './refusals.ts';
import { undo } from './undo.ts';

/** The log itself: what was done in it is taken back. */
export const log = noun('log', {
  refusals: logRefusals,
  kinds: [command(undoSchema, { by: staff, timed: 'anew', endsAccess: true, rule: undo })],
});
