// A Vite plugin that makes the pages below /help of the Markdown in docs/ that people also read in the repository.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import MarkdownIt from 'markdown-it';
import type { Plugin } from 'vite';
import { type Drawing, readDrawing } from './help-drawings.ts';

const root = new URL('../', import.meta.url);

/** The pages, in the order in which they are listed: files of docs/ without their ending. */
export const helpPages = ['moderator-card', 'chair-script', 'screens'] as const;
type HelpPage = (typeof helpPages)[number];

/** A file of the built client: where it lies below `dist/client`, and what is in it. */
interface BuiltFile {
  fileName: string;
  source: string;
}

/** What a page of Markdown is made into. */
interface Article {
  name: HelpPage;
  title: string;
  /** Its first paragraph, for the list of pages. */
  about: string;
  html: string;
}

/** Adds `/help` to the client's build. */
export function helpPlugin(): Plugin {
  return {
    name: 'help-pages',
    apply: 'build',
    generateBundle() {
      for (const file of helpFiles()) this.emitFile({ type: 'asset', ...file });
    },
  };
}

/** All files of `/help`: a page for each Markdown file, a list of them, one style sheet, each drawing light and dark. */
export function helpFiles(): BuiltFile[] {
  const css = styleSheet();
  const drawings = allDrawings();
  const articles = helpPages.map((name) => article(name, drawings));
  const page = (name: string, title: string, main: string): BuiltFile => ({
    fileName: `help/${name}.html`,
    source: shell(name, title, main, articles, css.fileName),
  });
  return [
    css,
    ...[...drawings.values()].flatMap(({ name, light, dark }) => [
      { fileName: `help/drawings/${name}.svg`, source: light },
      { fileName: `help/drawings/${name}-dark.svg`, source: dark },
    ]),
    ...articles.map(({ name, title, html }) => page(name, title, html)),
    page('index', 'Help for the people who run it', contents(articles)),
  ];
}

function article(name: HelpPage, drawings: ReadonlyMap<string, Drawing>): Article {
  const markdown = new MarkdownIt({ html: false, typographer: false });
  const tokens = markdown.parse(read(`docs/${name}.md`), {});
  const textAfter = (type: string) => tokens[tokens.findIndex((token) => token.type === type) + 1]?.content;
  const heading = textAfter('heading_open');
  const about = textAfter('paragraph_open');
  if (heading === undefined || about === undefined)
    throw new Error(`docs/${name}.md needs a heading and a first paragraph`);
  tokens.forEach((token, index) => {
    if (token.type === 'heading_open') token.attrSet('id', anchorOf(tokens[index + 1]?.content ?? ''));
    for (const child of token.children ?? []) {
      if (child.type === 'link_open') child.attrSet('href', addressOf(String(child.attrGet('href')), name));
      if (child.type !== 'text' || !child.content.startsWith('[ ] ')) continue;
      child.content = child.content.replace('[ ]', '☐');
      tokens[index - 2]?.attrSet('class', 'to-do');
    }
  });
  markdown.renderer.rules['image'] = (all, index) => {
    const [source, alt] = [all[index]?.attrGet('src'), all[index]?.content];
    const drawing = drawings.get(source ?? '');
    if (!drawing || !alt) throw new Error(`docs/${name}.md: ${source} is no drawing with a description`);
    return picture(drawing, markdown.utils.escapeHtml(alt));
  };
  const html = markdown.renderer.render(tokens, markdown.options, {});
  return { name, title: markdown.utils.escapeHtml(heading), about: markdown.renderInline(about), html };
}

/** The heading's address within its page, as the repository's host makes it too. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');
}

/** Where a link of one page leads once it is built; a link to a file that is not under /help stops the build. */
function addressOf(href: string, from: HelpPage): string {
  if (/^(https?:\/\/|#)/.test(href)) return href;
  const [, file, anchor = ''] = /^([a-z-]+)\.md(#.+)?$/.exec(href) ?? [];
  if (!helpPages.some((page) => page === file))
    throw new Error(`docs/${from}.md links to ${href}, which is not under /help`);
  return `/help/${file}${anchor}`;
}

function picture({ name, width, height }: Drawing, alt: string): string {
  const dark = `<source media="screen and (prefers-color-scheme: dark)" srcset="/help/drawings/${name}-dark.svg">`;
  const light = `<img src="/help/drawings/${name}.svg" alt="${alt}" width="${width}" height="${height}">`;
  return `<picture>${dark}${light}</picture>`;
}

function contents(articles: readonly Article[]): string {
  const entries = articles.map(
    ({ name, title, about }) => `<h2><a href="/help/${name}">${title}</a></h2>\n<p>${about}</p>\n`,
  );
  return `<h1>Help for the people who run it</h1>\n${entries.join('')}`;
}

function shell(
  name: string,
  title: string,
  main: string,
  articles: readonly Article[],
  style: string,
): string {
  const links = articles.map((page) => {
    const here = page.name === name ? ' aria-current="page"' : '';
    return `<li><a href="/help/${page.name}"${here}>${page.title}</a></li>`;
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Backrow</title>
<link rel="icon" href="/icon.svg">
<link rel="stylesheet" href="/${style}">
</head>
<body class="${name}">
<nav aria-label="Help"><ul>${links.join('')}</ul></nav>
<main>
${main}</main>
</body>
</html>
`;
}

/** The tokens of every page and the style of these. What is printed is printed light. */
function styleSheet(): BuiltFile {
  const tokens = read('client/look/tokens.css').replaceAll(
    '@media (prefers-color-scheme: dark)',
    '@media screen and (prefers-color-scheme: dark)',
  );
  const source = `${tokens}\n${read('scripts/help-pages.css')}`;
  const hash = createHash('sha256').update(source).digest('hex').slice(0, 8);
  return { fileName: `assets/help-${hash}.css`, source };
}

/** The drawings by the path under which the Markdown names them. */
function allDrawings(): Map<string, Drawing> {
  const tokens = read('client/look/tokens.css');
  const files = readdirSync(new URL('docs/drawings/', root)).filter((file) => file.endsWith('.svg'));
  return new Map(
    files.map((file) => [
      `drawings/${file}`,
      readDrawing(file.replace(/\.svg$/, ''), read(`docs/drawings/${file}`), tokens),
    ]),
  );
}

function read(path: string): string {
  return readFileSync(new URL(path, root), 'utf8');
}
