import * as z from 'zod/mini';
import { envelope } from '../people/envelope.ts';

/** Takes back a staff entry, named by its seq, as far as nobody of the staff changed the same since. */
export const undoSchema = z.strictObject({ ...envelope('undo'), seq: z.int().check(z.positive()) });
