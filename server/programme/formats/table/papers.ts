import type { FoundLink, FoundPaper } from '../../normalize/schedule.ts';
import type { ScheduleBuilder } from '../schedule-builder.ts';
import { speakersIn } from '../written/speaker-names.ts';
import { webAddress } from '../written/web-address.ts';
import { placeOf, type Sheet } from './cells.ts';
import type { Field, Header } from './header.ts';
import { sayBeyond } from './rows.ts';

/** Whether a table lists papers: titles and authors, and no times. */
export function listsPapers({ columns }: Header): boolean {
  return columns.has('title') && columns.has('authors') && !columns.has('start') && !columns.has('date');
}

/** Reads a table of papers, such as Mini-Conf's `UID,title,authors,abstract,keywords,sessions` in any order. */
export function takePapers(sheet: Sheet, header: Header, found: ScheduleBuilder): void {
  const read = new Set<Field>(['id', 'title', 'authors', 'abstract', 'kind', 'link']);
  const unread = [...header.columns].filter(([field]) => !read.has(field)).flatMap(([, columns]) => columns);
  const names = [...unread.map((column) => header.names[column] ?? ''), ...header.unread];
  if (names.length > 0) {
    found.warn(
      placeOf(sheet, sheet.rows[header.at]?.line ?? 1),
      `Columns that are not read: ${names.join(', ')}.`,
    );
  }
  for (const { line, cells } of sheet.rows.slice(header.at + 1)) {
    const all = (field: Field) =>
      (header.columns.get(field) ?? []).flatMap((column) =>
        cells[column] ? [{ name: header.names[column] ?? '', text: cells[column] }] : [],
      );
    const cell = (field: Field) => all(field)[0]?.text ?? null;
    const where = placeOf(sheet, line);
    const title = cell('title');
    if (title !== null) sayBeyond({ line, cells }, header, where, found);
    if (title !== null) found.papers.push(paperOf(title));
    else if (cells.some((text) => text !== '')) found.skip(where, 'it has no title');

    function paperOf(named: string): FoundPaper {
      return {
        where,
        line,
        key: cell('id'),
        title: named,
        authors: all('authors').flatMap(({ text }) => authorsIn(text)),
        kind: cell('kind'),
        abstract: cell('abstract'),
        links: all('link').flatMap(({ name, text }) => linkOf(name, text)),
      };
    }
  }
}

/** Authors are separated by `|`; where there is none, as speakers are. */
function authorsIn(text: string): string[] {
  if (!text.includes('|')) return speakersIn(text).map(({ name }) => name);
  return text
    .split('|')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** A link; a `presentation_id` is one of SlidesLive. */
function linkOf(label: string, text: string): FoundLink[] {
  const slides = /presentation/i.test(label) && /^\d{8}$/.test(text);
  const url = slides ? `https://slideslive.com/${text}` : webAddress(text);
  return url === null ? [] : [{ label, url }];
}
