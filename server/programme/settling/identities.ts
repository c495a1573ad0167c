import { createHash } from 'node:crypto';
import { idFrom } from '../ids.ts';

/** What a session can be known by at the next import. */
interface Known {
  key: string | null;
  title: string;
  /** Local start, `YYYY-MM-DD HH:MM`. */
  start: string;
  room: string | null;
}

/** The ids of sessions in their order; `repeated` counts those whose own id stands several times in the file. */
export interface Identities {
  /** Null for a session that stands in the file twice, word for word. */
  ids: (string | null)[];
  repeated: number;
}

/**
 * Gives sessions ids that stay at the next import: their own (guid, code, UID), else one made of their title. Ids that
 * several sessions share, as some systems write them, say nothing: then title, start and room do.
 */
export function identify(sessions: readonly Known[]): Identities {
  const own = sessions.map(({ key }) => (key === null ? null : idOfKey(key)));
  const shared = repeatedOf(own);
  const titles = sessions.map(({ title }) => idFrom(title));
  const alike = repeatedOf(titles.map((id, index) => (own[index] === null ? id : null)));
  const taken = new Set<string>();
  let repeated = 0;
  const ids = sessions.map((session, index) => {
    const given = own[index] ?? null;
    const named = titles[index] ?? '';
    if (given !== null && shared.has(given)) repeated += 1;
    const wanted =
      given === null
        ? alike.has(named)
          ? `${named.slice(0, 40)}-${hash(session)}`
          : named
        : shared.has(given)
          ? `x-${hash(session)}`
          : given;
    if (taken.has(wanted)) return null;
    taken.add(wanted);
    return wanted;
  });
  return { ids, repeated };
}

/** A key of another system as an id of ours: itself where it fits, else made of it. */
function idOfKey(key: string): string {
  const plain = key.trim();
  if (/^[a-z0-9][a-z0-9._-]{0,63}$/i.test(plain)) return plain;
  return plain.length <= 50 ? idFrom(plain) : `x-${short(plain)}`;
}

function repeatedOf(ids: readonly (string | null)[]): Set<string> {
  const met = new Set<string>();
  const repeated = new Set<string>();
  for (const id of ids) {
    if (id === null) continue;
    if (met.has(id)) repeated.add(id);
    met.add(id);
  }
  return repeated;
}

function hash({ title, start, room }: Known): string {
  return short(`${title.normalize('NFC')}|${start}|${room ?? ''}`);
}

function short(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
