import { z } from 'zod';
import { list, words } from '../source/json-fields.ts';

/** One rundown with its entries in their order, those of groups after their group. */
export interface Rundown {
  id: string | null;
  title: string | null;
  entries: { where: string; value: unknown; group: string | null }[];
}

const manySchema = z.looseObject({ rundowns: z.record(z.string(), z.unknown()) });
const oneSchema = z.looseObject({ rundown: z.array(z.unknown()) });
const rundownSchema = z.looseObject({
  title: words,
  order: list,
  flatOrder: list,
  entries: z.record(z.string(), z.unknown()),
});
const groupSchema = z.looseObject({ type: z.enum(['group', 'block']), title: words, entries: list });

/** The rundowns of a project, version 4 or 2 and 3; null where it has none. */
export function rundownsOf(project: unknown): Rundown[] | null {
  const many = manySchema.safeParse(project).data;
  if (many) {
    const read = Object.entries(many.rundowns).flatMap(([id, rundown]) => walk(id, rundown) ?? []);
    return read.length > 0 || Object.keys(many.rundowns).length === 0 ? read : null;
  }
  const one = oneSchema.safeParse(project).data;
  if (!one) return null;
  let group: string | null = null;
  const entries = one.rundown.map((value, index) => {
    const block = groupSchema.safeParse(value).data;
    if (block) group = block.title;
    return { where: `rundown[${index}]`, value, group };
  });
  return [{ id: null, title: null, entries }];
}

/** Walks the order of a rundown of version 4, and into its groups; each entry comes once. */
function walk(id: string, value: unknown): Rundown | null {
  const rundown = rundownSchema.safeParse(value).data;
  if (!rundown) return null;
  const met = new Set<string>();
  const entries: Rundown['entries'] = [];
  const visit = (ids: readonly unknown[], group: string | null) => {
    for (const entryId of ids) {
      if (typeof entryId !== 'string' || met.has(entryId) || !Object.hasOwn(rundown.entries, entryId))
        continue;
      met.add(entryId);
      const entry = rundown.entries[entryId];
      entries.push({ where: `rundowns.${id}.entries.${entryId}`, value: entry, group });
      const inner = groupSchema.safeParse(entry).data;
      if (inner) visit(inner.entries, inner.title);
    }
  };
  visit(rundown.order, null);
  visit(rundown.flatOrder, null);
  if (rundown.order.length === 0) visit(Object.keys(rundown.entries), null);
  return { id, title: rundown.title, entries };
}
