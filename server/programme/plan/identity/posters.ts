import type { PosterInFile } from '../../file/event-file.ts';
import { all, type Mark, Matcher, wordsOf } from './matcher.ts';

/**
 * Which posters of a later list are those of an earlier one: the same id, else title, paper, or number with its session.
 * In a list that is `foreign` ids were made of keys or titles, so that another id says nothing.
 */
export function samePosters(
  before: readonly PosterInFile[],
  after: readonly PosterInFile[],
  foreign: boolean,
): Map<PosterInFile, PosterInFile> {
  const open =
    (mark: Mark<PosterInFile>): Mark<PosterInFile> =>
    (poster) =>
      foreign || poster.id === undefined ? mark(poster) : null;
  return new Matcher(before, after)
    .by(idOf, idOf)
    .by(titleOf, open(titleOf))
    .by(paperOf, open(paperOf))
    .by(all(sessionOf, numberOf), open(all(sessionOf, numberOf))).pairs;
}

const idOf = ({ id }: PosterInFile) => id ?? null;
const titleOf = ({ title }: PosterInFile) => wordsOf(title);
const paperOf = ({ paper }: PosterInFile) => paper ?? null;
const sessionOf = ({ session }: PosterInFile) => session ?? '';
const numberOf = ({ number }: PosterInFile) => (number === undefined ? null : String(number));
