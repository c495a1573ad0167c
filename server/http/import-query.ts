import { z } from 'zod';
import { programmeId } from '../../shared/people/envelope.ts';
import type { Issue, Refusal } from '../../shared/wire/refusals.ts';
import { refuseZone } from '../programme/file/refuse-zone.ts';
import { refuse } from '../refusals/refuse.ts';

/** A list that is said several times or with commas between its parts. */
const parts = z.union([z.string(), z.array(z.string())]).transform((said) =>
  [said]
    .flat()
    .flatMap((list) => list.split(','))
    .filter((part) => part !== ''),
);

/** Two ids with a colon between them, or one and a colon. */
const answer = z
  .string()
  .refine((text) => text.includes(':'), 'Two ids with a colon between them, or one and a colon')
  .transform((text) => {
    const [of, ...as] = text.split(':');
    return [of, as.join(':') || null];
  })
  .pipe(z.tuple([programmeId, z.union([programmeId, z.null()])]));

/** What may be said beside a file. */
export const importQuerySchema = z.strictObject({
  as: z.string().optional(),
  dry: z.literal(['0', '1']).optional(),
  /** Asks for the sessions of the file, one by one. */
  rows: z.literal(['0', '1']).optional(),
  timezone: z.string().max(80).optional(),
  date: z.iso.date().optional(),
  slug: z.string().max(64).optional(),
  /** The event of this installation that is made again, and how the new one is called. */
  copyOf: z.string().max(64).optional(),
  title: z.string().trim().min(1).max(200).optional(),
  seen: z.coerce.number().int().nonnegative().optional(),
  /** Ids of sessions on air that may go, said several times or with commas between them. */
  removeOnAir: parts.pipe(z.array(programmeId).max(2_000)).optional(),
  /**
   * [F62] Which sessions of the file are those of the event: `NEW:OLD`, by the id that a session has if it is new, and
   * `NEW:` for one that is new; said several times or with commas between them.
   */
  same: parts.pipe(z.array(answer).max(2_000)).optional(),
});
export type ImportQuery = z.infer<typeof importQuerySchema>;

/** What of it a reader of the file is told. */
export function optionsOf({
  slug,
  timezone,
  date,
  title,
}: ImportQuery): Pick<ImportQuery, 'slug' | 'timezone' | 'date' | 'title'> {
  return { slug, timezone, date, title };
}

/** The refusal of a file for what stands in it, with each place. Refuses: `file-error`, `file-errors`. */
export function refuseImport(issues: readonly Issue[]): Refusal {
  return refuse('import', issues.length === 1 ? 'file-error' : 'file-errors', { issues: [...issues] });
}

/**
 * [F63] Refuses a time zone that there is none of, before a file is read in it and blamed. Refuses:
 * `file-error`, `file-errors`.
 */
export function refuseSaid({ timezone }: ImportQuery): Refusal | null {
  const message = timezone === undefined ? null : refuseZone(timezone);
  return message === null ? null : refuseImport([{ path: 'timezone', message }]);
}
