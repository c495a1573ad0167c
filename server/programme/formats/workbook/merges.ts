import type { Merge } from '../table/cells.ts';
import { textsIn } from './archive.ts';

/** Most merged cells of a sheet that are looked at. */
const mostMerges = 10_000;

/** What a workbook says of one of its sheets beside the cells. */
export interface SheetLook {
  merges: Merge[];
  hidden: boolean;
}

/** The merged cells of a workbook's sheets, and whether they are hidden, by the name of the sheet. */
export function looksIn(bytes: Uint8Array): Map<string, SheetLook> {
  const files = textsIn(bytes, (name) => /^xl\/(?:workbook\.xml|_rels\/|worksheets\/[^/]+\.xml)/.test(name));
  const targets = new Map(
    elements(files.get('xl/_rels/workbook.xml.rels') ?? '', 'Relationship').map((relation) => [
      attribute(relation, 'Id'),
      attribute(relation, 'Target').replace(/^\/?(?:xl\/)?/, 'xl/'),
    ]),
  );
  return new Map(
    elements(files.get('xl/workbook.xml') ?? '', 'sheet').map((sheet): [string, SheetLook] => {
      const content = files.get(targets.get(attribute(sheet, 'r:id')) ?? '') ?? '';
      const from = content.search(/<(?:\w+:)?mergeCells\b/);
      const refs = from === -1 ? [] : elements(content.slice(from), 'mergeCell').slice(0, mostMerges);
      const merges = refs.flatMap((ref) => mergeOf(attribute(ref, 'ref')));
      return [
        unescaped(attribute(sheet, 'name')),
        { merges, hidden: /hidden/i.test(attribute(sheet, 'state')) },
      ];
    }),
  );
}

/** The opening tags of elements of a name, without or with a prefix. */
function elements(xml: string, name: string): string[] {
  return xml.match(new RegExp(`<(?:\\w+:)?${name}\\s[^>]*>`, 'g')) ?? [];
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag)?.slice(1).find(Boolean) ?? '';
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text
    .replace(/&#x([0-9a-f]{1,6});/gi, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16) % 0x110000),
    )
    .replace(/&#(\d{1,7});/g, (_, code: string) => String.fromCodePoint(Number(code) % 0x110000))
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => entities[name] ?? '');
}

/** `B2:C4` as a place and a size. */
function mergeOf(ref: string): Merge[] {
  const [, left = '', top, right = '', bottom] =
    /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(ref) ?? [];
  if (top === undefined || bottom === undefined) return [];
  const column = columnOf(left);
  const line = Number(top);
  return [{ line, column, lines: Number(bottom) - line + 1, columns: columnOf(right) - column + 1 }];
}

function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
