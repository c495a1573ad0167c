import type { PartInFile } from '../../file/event-file.ts';
import { Matcher, wordsOf } from './matcher.ts';

/**
 * The parts of a session with the ids that they had: a part without one is that of its title, else that of its speakers;
 * where as many parts stand there as before, that of its place.
 */
export function withKnownParts(before: readonly PartInFile[], after: readonly PartInFile[]): PartInFile[] {
  const open = (mark: (part: PartInFile) => string | null) => (part: PartInFile) =>
    part.id === undefined ? mark(part) : null;
  const place = (parts: readonly PartInFile[]) => (part: PartInFile) =>
    before.length === after.length ? String(parts.indexOf(part)) : null;
  const { pairs } = new Matcher(before, after)
    .by(idOf, idOf)
    .by(titleOf, open(titleOf))
    .by(speakersOf, open(speakersOf))
    .by(place(before), open(place(after)));
  return after.map((part) => ({ ...part, id: part.id ?? pairs.get(part)?.id }));
}

const idOf = ({ id }: PartInFile) => id ?? null;
const titleOf = ({ title }: PartInFile) => wordsOf(title);
const speakersOf = ({ speakers = [] }: PartInFile) =>
  speakers.length === 0 ? null : speakers.map(({ name }) => wordsOf(name)).join();
