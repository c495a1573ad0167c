import type { PosterInFile } from '../file/event-file.ts';
import { idOfKey } from '../plan/ids.ts';
import { abstractOf, isCut, lineOf } from './abstracts.ts';
import type { Assumptions } from './assumptions.ts';
import { identify } from './identities.ts';
import type { FoundPaper, Skipped } from './schedule.ts';

const address = /^https?:\/\/[^\s/]\S*$/i;
const mostPosters = 5_000;

/** Posters made of the papers of a list; those that stand in it twice are left out once, and `skipped` says so. */
export function postersOf(
  papers: readonly FoundPaper[],
  skipped: Skipped[],
  assumed: Assumptions,
): PosterInFile[] {
  const { ids } = identify(
    papers.map(({ key, title }) => ({
      key: key === null ? null : idOfKey(key),
      title,
      start: '',
      room: null,
    })),
  );
  if (papers.length > mostPosters) assumed.once('posters', `Only the first ${mostPosters} papers are kept.`);
  return papers.slice(0, mostPosters).flatMap((paper, index): PosterInFile[] => {
    const id = ids[index] ?? null;
    const title = lineOf(paper.title, 300);
    if (id === null || title === '') {
      skipped.push({
        where: paper.where,
        why: id === null ? 'it stands in the file twice' : 'it has no title',
      });
      return [];
    }
    const say = (message: string) => assumed.of('posters', message, paper);
    const { text, cut } = abstractOf(paper.abstract);
    if (cut) say(`The abstract of ${title} was cut at 20,000 characters.`);
    if (isCut(paper.title, 300)) say(`The title "${title.slice(0, 60)}…" was cut at 300 characters.`);
    const authors = paper.authors.map((name) => lineOf(name, 120)).filter((name) => name !== '');
    if (authors.length > 200) say(`${title} has ${authors.length} authors; the first 200 are kept.`);
    if (paper.authors.some((name) => isCut(name, 120)))
      say(`An author of ${title} was cut at 120 characters.`);
    const link = paper.links.find(({ url }) => address.test(url) && url.length <= 2_000);
    assumed.leaveOut(paper.links.length - (link ? 1 : 0), paper.where);
    const kind = lineOf(paper.kind ?? '', 40);
    return [
      {
        id,
        title,
        ...(authors.length > 0 && { authors: authors.slice(0, 200) }),
        ...(kind !== '' && { kind }),
        ...(text !== null && { abstract: text }),
        ...(link && { paper: link.url }),
      },
    ];
  });
}
