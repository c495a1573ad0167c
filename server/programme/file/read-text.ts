import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type ParsedNode,
  parseDocument,
  type YAMLError,
} from 'yaml';
import { type Finding, type Path, pathText } from './issues.ts';
import { refuseStretch } from './stretch.ts';
import { refuseKey } from './tidy.ts';
import { refuseNesting } from './yaml-depth.ts';

/** Largest event file, in bytes of UTF-8. */
export const largestFile = 5_000_000;

/** Most uses of `*name` shortcuts, counted where they land: stops files that unfold into a mountain. */
const mostAliases = 50;

/** Most syntax errors that are put into words. */
const mostErrors = 100;

/** Most values a file may hold once its shortcuts are written out. */
const mostValues = 300_000;

/** Most lines of a file, and its longest line in characters where it is no JSON: an abstract on one line has 20,000. */
const stretch = { lines: 100_000, line: 250_000 };

/** A text as plain values without empty fields, and where each of them stands. */
export interface ReadText {
  value: unknown;
  /** The line of a field, from 1; where it is missing, of what it is missing in. */
  lineOf: (path: Path) => number;
  warnings: Finding[];
}

/** What makes a text unreadable: a sentence, its line, and the field it stands in. */
export interface Unreadable {
  path: string;
  line: number;
  message: string;
}

/** Reads YAML 1.2 or JSON. Refuses what is too large or too deep, syntax errors, repeated and dangerous names. */
export function readText(text: string): ReadText | { unreadable: Unreadable[] } {
  const bytes = Buffer.byteLength(text);
  if (bytes > largestFile) {
    return stop(
      1,
      `The file has ${Math.ceil(bytes / 1e6)} MB; an event file has at most ${largestFile / 1e6} MB.`,
    );
  }
  if (/^\uFEFF?\s*</.test(text)) return stop(1, 'This is a web page or an XML file, not an event file.');
  const isJson = /^\s*[{[]/.test(text);
  const stretched = refuseStretch(text, isJson ? { ...stretch, line: largestFile } : stretch);
  if (stretched) return stop(stretched.line, stretched.message);
  const refused = refuseNesting(text);
  if (refused) return stop(refused.line, refused.message);
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, uniqueKeys: false });
  const walk = new Walk((offset) => counter.linePos(offset).line);
  const value = document.contents === null ? undefined : walk.valueOf(document.contents, []);
  const syntax = document.errors.slice(0, mostErrors).map((error) => {
    const line = counter.linePos(error.pos[0]).line;
    return { path: walk.pathAt(line), line, message: syntaxSentence(error) };
  });
  const unreadable = [...syntax, ...walk.refused];
  if (unreadable.length > 0) return { unreadable };
  if (value === undefined)
    return stop(1, 'The file is empty. An event file starts with the line "backrow: 1".');
  return { value, lineOf: (path) => walk.lineOf(path), warnings: tagWarnings(document) };
}

/** Goes through a parsed document once and notes the line of everything it meets. */
class Walk {
  readonly refused: Unreadable[] = [];
  readonly #lineAt: (offset: number) => number;
  readonly #lines = new Map<string, number>();
  readonly #anchors = new Map<string, Node>();
  readonly #open = new Set<Node>();
  #aliases = 0;
  #values = 0;

  constructor(lineAt: (offset: number) => number) {
    this.#lineAt = lineAt;
  }

  lineOf(path: Path): number {
    for (let length = path.length; length > 0; length -= 1) {
      const line = this.#lines.get(pathText(path.slice(0, length)));
      if (line !== undefined) return line;
    }
    return 1;
  }

  /** The last field that begins at or before a line. */
  pathAt(line: number): string {
    let nearest = pathText([]);
    for (const [path, at] of this.#lines) if (at <= line) nearest = path;
    return nearest;
  }

  valueOf(node: Node | ParsedNode | null, path: Path): unknown {
    this.#values += 1;
    if (this.#values === mostValues)
      this.#refuse(path, 'The file holds more values than any programme needs.', node);
    if (node === null || this.#values >= mostValues) return null;
    if (isAlias(node)) return this.#aliased(node.source, node, path);
    if (isScalar(node)) {
      if (node.anchor !== undefined) this.#anchors.set(node.anchor, node);
      return node.value;
    }
    if ((isMap(node) || isSeq(node)) && node.anchor !== undefined) this.#anchors.set(node.anchor, node);
    this.#open.add(node);
    const value = isMap(node)
      ? this.#group(node.items, path)
      : isSeq(node)
        ? this.#list(node.items, path)
        : null;
    this.#open.delete(node);
    return value;
  }

  #list(items: readonly unknown[], path: Path): unknown[] {
    return items.map((item, index) => {
      const at = [...path, index];
      this.#note(at, item);
      return isNodeOrNull(item) ? this.valueOf(item, at) : null;
    });
  }

  #group(items: readonly { key: unknown; value: unknown }[], path: Path): Record<string, unknown> {
    const group: Record<string, unknown> = {};
    const seen = new Set<string>();
    for (const { key, value } of items) {
      const name = isScalar(key) ? String(key.value) : null;
      const at = [...path, name ?? '?'];
      this.#note(at, key);
      const problem = name === null ? 'The name of a field must be plain text.' : refuseKey(name);
      if (problem !== null) this.#refuse(at, problem);
      else if (name !== null && seen.has(name)) {
        const message = `The field "${name.slice(0, 60)}" stands here twice; take one of the two out.`;
        this.#refuse(at, message, key);
      } else if (name !== null) {
        seen.add(name);
        const content = isNodeOrNull(value) ? this.valueOf(value, at) : null;
        if (content !== null && content !== undefined) group[name] = content;
      }
    }
    return group;
  }

  #aliased(name: string, alias: Node, path: Path): unknown {
    this.#aliases += 1;
    const target = this.#anchors.get(name);
    if (this.#aliases > mostAliases) {
      if (this.#aliases === mostAliases + 1) {
        this.#refuse(
          path,
          `The file uses more than ${mostAliases} shortcuts (*name); write the text out.`,
          alias,
        );
      }
    } else if (!target)
      this.#refuse(path, `The shortcut *${name} was not given before (as &${name}).`, alias);
    else if (this.#open.has(target)) this.#refuse(path, `The shortcut *${name} contains itself.`, alias);
    else return this.valueOf(target, path);
    return null;
  }

  #refuse(path: Path, message: string, node?: unknown): void {
    const line = this.#lineOfNode(node) ?? this.lineOf(path);
    this.refused.push({ path: pathText(path), line, message });
  }

  #note(path: Path, node: unknown): void {
    const line = this.#lineOfNode(node);
    const written = pathText(path);
    if (line !== undefined && !this.#lines.has(written)) this.#lines.set(written, line);
  }

  #lineOfNode(node: unknown): number | undefined {
    const range = isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range : undefined;
    return range ? this.#lineAt(range[0]) : undefined;
  }
}

function stop(line: number, message: string): { unreadable: Unreadable[] } {
  return { unreadable: [{ path: pathText([]), line, message }] };
}

function isNodeOrNull(item: unknown): item is Node | null {
  return item === null || isScalar(item) || isMap(item) || isSeq(item) || isAlias(item);
}

function tagWarnings(document: Document.Parsed): Finding[] {
  return document.warnings.map(({ message }) => ({
    path: [],
    message: `${message}; it was read as plain text.`,
  }));
}

function syntaxSentence({ code, message }: YAMLError): string {
  return `${syntaxHints[code] ?? `The file cannot be read here: ${message}.`}`;
}

/** What usually is behind a syntax error, and what to do. */
const syntaxHints: Partial<Record<YAMLError['code'], string>> = {
  TAB_AS_INDENT: 'A tab stands at the start of this line. Use spaces instead.',
  MULTIPLE_DOCS: 'A line "---" starts a second file here. Take it out: one file is one event.',
  BLOCK_AS_IMPLICIT_KEY:
    'There is a second ": " in this line. Put the text in quotes, for example title: "Panel: what next?".',
  BAD_SCALAR_START: 'This text starts with a sign that has a meaning of its own. Put the text in quotes.',
  BAD_INDENT: 'The lines of this group or list do not start in the same column, or a bracket is not closed.',
  MISSING_CHAR: 'A quote, a bracket or a colon is missing here or in a line above.',
  BLOCK_IN_FLOW: 'A comma is missing between two fields here or in the line above.',
};
