import * as z from 'zod/mini';
import { refusalSchema } from '../../../shared/wire/refusals.ts';
import { base } from '../../connection/base.ts';
import { onDevice } from '../../look/device-storage.ts';

/** A question on its way that has no outcome yet, or was refused: its text is never lost. */
export const outgoingSchema = z.object({
  id: z.string(),
  session: z.string(),
  text: z.string(),
  anonymous: z.boolean(),
  keep: z.boolean(),
  sentAt: z.number(),
  /** The status it got, until the view shows it too. */
  status: z.optional(z.string()),
  /** Slow mode holds it back until then, epoch milliseconds of this device; then it is sent by itself. */
  pausedUntil: z.optional(z.number()),
  /** Why it was refused, as a code with its facts and the server's English; absent while it is on its way. */
  refused: z.optional(refusalSchema),
});
export type Outgoing = z.infer<typeof outgoingSchema>;

/** What begins the names of all that is kept here: two servers below two paths of one host keep theirs apart. */
const ours = `backrow${base}`;

/** The texts that this device keeps for one event: a draft a session, and questions without an outcome. */
export function keptTexts(slug: string) {
  const draftKey = (session: string) => `${ours}.draft.${slug}.${session}`;
  const outgoingKey = `${ours}.outgoing.${slug}`;
  return {
    draft: (session: string) => onDevice.read(draftKey(session)) ?? '',
    keepDraft(session: string, text: string): void {
      onDevice.write(draftKey(session), text === '' ? null : text);
    },
    outgoing(): Outgoing[] {
      const kept = onDevice.read(outgoingKey);
      return kept === null ? [] : (z.array(outgoingSchema).safeParse(parse(kept)).data ?? []);
    },
    keepOutgoing(all: readonly Outgoing[]): void {
      onDevice.write(outgoingKey, all.length === 0 ? null : JSON.stringify(all));
    },
  };
}

/** A choice that this device remembers; null where there is none or the browser keeps nothing. */
export function remembered(key: string): string | null {
  return onDevice.read(`${ours}.${key}`);
}

/** Remembers a choice on this device; gives whether the browser lets it outlast the page. */
export function remember(key: string, value: string): boolean {
  return onDevice.write(`${ours}.${key}`, value);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
