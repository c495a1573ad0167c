import type { Programme } from '../../../shared/rundown/programme.ts';
import type { Issue } from '../../../shared/wire/refusals.ts';
import { codeFor } from './code.ts';

/** From so many events on made codes are longer, so that a mistyped one seldom leads into another event. */
const manyEvents = 100;

/**
 * The programme under a code that no other event has: where its own is taken, another is made, unless the file
 * asked for it (`asked`); then it is said whose it is.
 */
export function withFreeCode(
  programme: Programme,
  asked: boolean,
  events: readonly Pick<Programme, 'slug' | 'code'>[],
): Programme | Issue {
  const others = events.filter(({ slug }) => slug !== programme.slug);
  const ownerOf = (code: string) => others.find((other) => other.code === code);
  const owner = ownerOf(programme.code);
  const known = events.length > others.length;
  if (!owner && (asked || known || others.length < manyEvents)) return programme;
  if (owner && asked) {
    const message = `The code ${programme.code} belongs to the event ${owner.slug}. Take the field out, or choose another code.`;
    return { path: 'code', message };
  }
  const length = Math.max(programme.code.length, others.length < manyEvents ? 4 : 5);
  for (let attempt = 0; ; attempt += 1) {
    const code = codeFor(programme.slug, attempt, length);
    if (!ownerOf(code)) return { ...programme, code };
  }
}
