import { createHash } from 'node:crypto';

/** An id made from a title or a name: `Invited Talk 1` becomes `invited-talk-1`; stable for the same words. */
export function idFrom(words: string): string {
  const plain = words
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 56)
    .replace(/^-+|-+$/g, '');
  return plain === ''
    ? `x-${createHash('sha256').update(words.normalize('NFC')).digest('hex').slice(0, 10)}`
    : plain;
}

/** An id like the wanted one that is not taken: `-2`, `-3` … are added; notes it as taken. */
export function uniqueId(wanted: string, taken: Set<string>): string {
  let id = wanted;
  for (let number = 2; taken.has(id); number += 1) id = `${wanted}-${number}`;
  taken.add(id);
  return id;
}

/** A key of another system as an id of ours: itself where it fits, else made of it. */
export function idOfKey(key: string): string {
  const plain = key.trim();
  if (/^[a-z0-9][a-z0-9._-]{0,63}$/i.test(plain)) return plain;
  return plain.length <= 50 ? idFrom(plain) : `x-${digestOf(plain)}`;
}

/** An id like the wanted one that is not taken: what the row says is added as a few digits, so that it is the same each time. */
export function markedId(wanted: string, said: readonly string[], taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  return uniqueId(`${wanted.slice(0, 48)}-${digestOf(said.join('|').normalize('NFC'))}`, new Set(taken));
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

/** A row with an id that may be missing. */
interface Named {
  id?: string | undefined;
  title: string;
}

/**
 * The ids of rows in their order: their own, else made from their titles. `repeated` are the rows whose own id
 * stands in an earlier row, `alike` those whose made id needed a number because titles are the same.
 */
export function idsOf(rows: readonly Named[]): { ids: string[]; repeated: number[]; alike: number[] } {
  const taken = new Set(rows.flatMap(({ id }) => id ?? []));
  const met = new Set<string>();
  const repeated: number[] = [];
  const alike: number[] = [];
  const ids = rows.map(({ id, title }, index) => {
    if (id === undefined) {
      const wanted = idFrom(title);
      const made = uniqueId(wanted, taken);
      if (made !== wanted) alike.push(index);
      return made;
    }
    if (met.has(id)) repeated.push(index);
    met.add(id);
    return id;
  });
  return { ids, repeated, alike };
}
