import type { Page } from 'playwright-core';
import * as z from 'zod';
import { roleSchema } from '../../shared/people/role.ts';

/** Runs in a page before its own code: notes the connections that it announces, as long as they are open. */
export const witness = `
  window.following = new Map();
  addEventListener('backrow:connection', ({ detail: { role, store, open } }) => {
    if (open) following.set(store, role);
    else following.delete(store);
  });
`;

const ask = `JSON.stringify(
  [...(window.following ?? [])].map(([store, role]) => {
    const { state, epoch, seq, view } = store.getState();
    return { role, live: state === 'live' && navigator.onLine, epoch, seq, view };
  }),
)`;

const seenSchema = z.object({
  role: roleSchema,
  /** Whether it hears the server, as far as the page and its browser know. */
  live: z.boolean(),
  epoch: z.string().nullable(),
  seq: z.number(),
  view: z.record(z.string(), z.unknown()),
});

/** What a page followed last, and how far. */
export type Seen = z.infer<typeof seenSchema>;

/** What the open connections of a page saw last; none where it has none, or was told nothing yet. */
export async function seenBy(page: Page): Promise<Seen[]> {
  const text = z.string().parse(await page.evaluate(ask));
  const all = z.array(seenSchema.partial({ view: true })).parse(JSON.parse(text));
  return all.flatMap(({ view, ...seen }) => (view ? [{ ...seen, view }] : []));
}
