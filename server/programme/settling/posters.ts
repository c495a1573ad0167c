import type { PosterInFile } from '../event-file.ts';
import { idOfKey } from '../ids.ts';
import type { FoundPaper } from '../schedule.ts';
import { abstractOf, lineOf } from './abstracts.ts';
import type { Assumptions } from './assumptions.ts';
import { identify } from './identities.ts';

const address = /^https?:\/\/[^\s/]\S*$/i;
const mostPosters = 5_000;

/** Posters made of the papers of a list; those that stand in it twice are left out once. */
export function postersOf(papers: readonly FoundPaper[], assumed: Assumptions): PosterInFile[] {
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
    if (id === null || title === '') return [];
    const { text, cut } = abstractOf(paper.abstract);
    if (cut) assumed.of('abstracts', `The abstract of ${title} was cut at 20,000 characters.`, paper.line);
    const authors = paper.authors.map((name) => lineOf(name, 120)).filter((name) => name !== '');
    const link = paper.links.find(({ url }) => address.test(url) && url.length <= 2_000);
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
