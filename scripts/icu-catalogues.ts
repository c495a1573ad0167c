// A Vite plugin that compiles catalogues: the texts of `messages({…})` in a file such as `messages.en.ts`.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isStructurallySame } from '@formatjs/icu-messageformat-parser';
import { type ESTree, type Plugin, parseAst, transformWithOxc, Visitor } from 'vite';
import { compiledMessage, elementsOf } from './icu-message.ts';

/** What a file of messages is called: its room's word, its language. */
const catalogueFile = /\.([a-z]{2})\.ts$/;

/** The language whose messages the others are held against. */
const first = 'en';

/** A text in a file: where it stands, under which key, and what it says in ICU. */
interface Found {
  key: string;
  icu: string;
  start: number;
  end: number;
}

/** The object that is handed to `messages(…)`, and its texts. */
interface Catalogue {
  start: number;
  end: number;
  texts: Found[];
}

/** Compiles catalogues in every build and in tests; one that is no ICU, or says other things than English, stops them. */
export function icuCatalogues(): Plugin {
  return {
    name: 'icu-catalogues',
    enforce: 'pre',
    transform: {
      filter: { id: catalogueFile },
      handler(code, file) {
        const english = file.replace(catalogueFile, `.${first}.ts`);
        if (english !== file && existsSync(english)) {
          this.addWatchFile(english);
          const wrong = translationFaults(readFileSync(english, 'utf8'), code);
          if (wrong.length > 0) this.error(`${file}: ${wrong.join('; ')}`);
        }
        return { code: compiledCatalogues(code, file), map: null };
      },
    },
  };
}

/**
 * The source of a file of messages with each `messages({…})` made into `messages((text, number, plural) => ({…}), 'en')`,
 * whose texts are plain functions; its language is that of its name. Throws a sentence with the key of a wrong message.
 */
export function compiledCatalogues(code: string, file: string): string {
  const [, language = first] = catalogueFile.exec(file) ?? [];
  let compiled = code;
  for (const { start, end, texts } of cataloguesOf(code).reverse()) {
    let inside = code.slice(start, end);
    for (const { key, icu, ...at } of texts.reverse()) {
      const text = compiledNamed(key, icu, language);
      inside = inside.slice(0, at.start - start) + text + inside.slice(at.end - start);
    }
    const made = `(text, number, plural) => (${inside}), '${language}'`;
    compiled = compiled.slice(0, start) + made + compiled.slice(end);
  }
  return compiled;
}

/** The server's catalogues in JavaScript by their addresses, for a server that runs as it is written (source.mjs). */
export async function cataloguesOfServer(): Promise<ReadonlyMap<string, string>> {
  const folder = new URL('../server/', import.meta.url);
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    catalogueFile.test(name),
  );
  const compiled = names.map(async (name): Promise<[string, string]> => {
    const url = new URL(name.replaceAll('\\', '/'), folder);
    const { code } = await transformWithOxc(compiledCatalogues(readFileSync(url, 'utf8'), name), name);
    return [url.href, code];
  });
  return new Map(await Promise.all(compiled));
}

/** What is wrong with a translation: keys that it lacks or makes up, and arguments that are not those of the original. */
export function translationFaults(original: string, translation: string): string[] {
  const [said, translated] = [textsIn(original), textsIn(translation)];
  const missing = [...said.keys()].filter((key) => !translated.has(key));
  const unknown = [...translated.keys()].filter((key) => !said.has(key));
  const other = [...said].flatMap(([key, icu]) => {
    const [one, two] = [elementsOf(icu), elementsOf(translated.get(key) ?? icu)];
    const { success, error } = isStructurallySame(one, two);
    return success ? [] : [`'${key}': ${error?.message}`];
  });
  return [
    ...missing.map((key) => `'${key}' is missing`),
    ...unknown.map((key) => `'${key}' is unknown`),
    ...other,
  ];
}

/** The messages of a file as they are written, by key. */
export function textsIn(code: string): ReadonlyMap<string, string> {
  return new Map(cataloguesOf(code).flatMap(({ texts }) => texts.map(({ key, icu }) => [key, icu])));
}

function compiledNamed(key: string, icu: string, language: string): string {
  try {
    return compiledMessage(icu, language);
  } catch (error) {
    throw new Error(`'${key}' (${JSON.stringify(icu)}): ${error instanceof Error ? error.message : error}`);
  }
}

/** The catalogues of a file in their order. */
function cataloguesOf(code: string): Catalogue[] {
  const found: Catalogue[] = [];
  new Visitor({
    CallExpression({ callee, arguments: [argument] }) {
      if (callee.type !== 'Identifier' || callee.name !== 'messages') return;
      if (argument?.type !== 'ObjectExpression') return;
      const { start, end, properties } = argument;
      found.push({ start, end, texts: properties.map(textOf) });
    },
  }).visit(parseAst(code, { lang: 'ts' }));
  return found;
}

function textOf(property: ESTree.ObjectPropertyKind): Found {
  if (property.type !== 'Property') throw new Error('messages({…}) lists its texts one by one');
  const { key, value } = property;
  const name = key.type === 'Identifier' ? key.name : key.type === 'Literal' ? String(key.value) : '';
  if (value.type !== 'Literal' || typeof value.value !== 'string')
    throw new Error(`'${name}': a message is a plain text in quotes`);
  return { key: name, icu: value.value, start: value.start, end: value.end };
}
