import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { type LogoType, logoLimit, logoTypes } from '../../../shared/event/logo.ts';

/** A logo that was looked at, with its address as `policy.look` has it; or why it is none. */
export type ReadLogo = { ok: true; type: LogoType; bytes: Buffer; address: string } | WrongLogo;
type WrongLogo = { ok: false; code: 'logo-too-large' | 'logo-unreadable' | 'logo-unsafe' };

/** What an event file says of a logo that is none. */
export const logoSentences: Record<WrongLogo['code'], string> = {
  'logo-too-large': `A logo has at most ${logoLimit / 1_000} kB.`,
  'logo-unreadable':
    'A logo is a PNG or an SVG file, written as data:image/png;base64,… or data:image/svg+xml;base64,…',
  'logo-unsafe': 'A logo holds no scripts, no foreign content and nothing that is fetched from elsewhere.',
};

/** [E8] What a file is by its bytes, whatever anybody calls it: a PNG, or an SVG in which nothing runs and nothing is fetched. */
export function readLogo(bytes: Buffer): ReadLogo {
  if (bytes.length > logoLimit) return { ok: false, code: 'logo-too-large' };
  const type = isPng(bytes) ? 'image/png' : svgOrNot(bytes);
  if (typeof type !== 'string') return type;
  return { ok: true, type, bytes, address: `data:${type};base64,${bytes.toString('base64')}` };
}

/** The logo behind a `data:` address: of the type that it names, else it is unreadable. */
export function logoOfAddress(address: string): ReadLogo {
  const file = fileOfAddress(address);
  if (file === null) return unreadable;
  const read = readLogo(file.bytes);
  return read.ok && read.type !== file.type ? unreadable : read;
}

/** The file in a `data:` address of a logo, as it is: not looked at again. Null where it is none. */
export function fileOfAddress(address: string): { type: LogoType; bytes: Buffer } | null {
  const [head = '', encoded = ''] = address.split(',', 2);
  const type = logoTypes.find((each) => head === `data:${each};base64`);
  if (type === undefined || !/^[A-Za-z0-9+/]+={0,2}$/.test(encoded)) return null;
  return { type, bytes: Buffer.from(encoded, 'base64') };
}

const unreadable = { ok: false, code: 'logo-unreadable' } as const;
const unsafe = { ok: false, code: 'logo-unsafe' } as const;

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Longest side of a PNG, in pixels: what a phone unpacks of it stays within tens of megabytes. */
const longestSide = 4096;

function isPng(bytes: Buffer): boolean {
  if (bytes.length < 33 || !bytes.subarray(0, 8).equals(pngSignature)) return false;
  const isHeader = bytes.readUInt32BE(8) === 13 && bytes.toString('latin1', 12, 16) === 'IHDR';
  const sides = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  return isHeader && sides.every((side) => side > 0 && side <= longestSide);
}

/** Deepest nesting of elements that is looked at. */
const deepest = 60;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: true,
  htmlEntities: true,
  trimValues: false,
});

function svgOrNot(bytes: Buffer): 'image/svg+xml' | WrongLogo {
  const text = textOf(bytes);
  // Drawing programs write a document type that nobody follows; one that declares something is none of ours.
  const bare = text?.replace(/<!DOCTYPE\s[^<>[\]]*>/i, '');
  if (bare === undefined || !/<(?:\w+:)?svg[\s>]/.test(bare)) return unreadable;
  if (/<!(?:DOCTYPE|ENTITY)|<\?(?!xml\s)/i.test(bare)) return unsafe;
  if (isDeep(bare) || XMLValidator.validate(bare) !== true) return unreadable;
  const nodes = elementsIn(parser.parse(bare)).filter(({ name }) => name !== '?xml');
  if (nodes[0]?.name !== 'svg') return unreadable;
  return nodes.every(isHarmless) ? 'image/svg+xml' : unsafe;
}

function textOf(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Whether elements are nested more deeply than any logo needs: looked at before any parser is. */
function isDeep(text: string): boolean {
  let depth = 0;
  for (const [tag] of text.matchAll(/<[^!?][^>]*>/g)) {
    if (tag.startsWith('</')) depth -= 1;
    else if (!tag.endsWith('/>')) depth += 1;
    if (depth > deepest) return true;
  }
  return false;
}

/** One element of a picture, and the words right inside of it. */
interface Element {
  name: string;
  attributes: readonly [name: string, value: string][];
  words: string;
}

/** All elements of what the parser made, outer ones first, by their names without prefixes. */
function elementsIn(parsed: unknown): Element[] {
  if (!Array.isArray(parsed)) return [];
  return parsed.flatMap((node: unknown): Element[] => {
    const fields = Object.entries(Object(node));
    const [name, inner] = fields.find(([field]) => field !== ':@') ?? [];
    if (name === undefined || name === '#text') return [];
    const said = fields.find(([field]) => field === ':@')?.[1];
    const attributes = Object.entries(Object(said)).map(([key, value]): [string, string] => [
      key.toLowerCase(),
      String(value),
    ]);
    return [{ name: localName(name), attributes, words: wordsIn(inner) }, ...elementsIn(inner)];
  });
}

function wordsIn(inner: unknown): string {
  if (!Array.isArray(inner)) return '';
  return inner.map((node: unknown) => String(Object(node)['#text'] ?? '')).join('');
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}

/** Elements that run something, hold another document or play something. */
const foreign: ReadonlySet<string> = new Set([
  ...['script', 'foreignobject', 'iframe', 'object', 'embed', 'audio', 'video', 'canvas'],
  ...['handler', 'listener', 'link', 'meta', 'base', 'html', 'body', 'form', 'input'],
]);

function isHarmless({ name, attributes, words }: Element): boolean {
  if (foreign.has(name) || (name === 'style' && fetches(words))) return false;
  return attributes.every(([key, value]) => {
    const local = localName(key);
    if (key.startsWith('xmlns')) return true;
    if (local.startsWith('on')) return false;
    if (local === 'href' || local === 'src' || local === 'base') return isInside(value);
    if (local === 'attributename') return !/href|^on/i.test(value);
    // Drawing programs keep notes of their own under prefixes; nobody reads those.
    return key.includes(':') || !fetches(value);
  });
}

/** Whether a reference leads into the picture itself, or to another that it holds. */
function isInside(reference: string): boolean {
  return /^\s*(?:#|data:image\/(?:png|jpeg|gif|webp);base64,)/i.test(reference);
}

/** Whether rules of style fetch something. What is written in escapes is not looked into. */
function fetches(style: string): boolean {
  if (/@import|\\|javascript:/i.test(style)) return true;
  return [...style.matchAll(/url\(\s*["']?([^)]*)/gi)].some(([, reference = '']) => !isInside(reference));
}
