import { compile } from 'html-to-text';

/** Most characters of an abstract, as in the event file; most that are looked at while it still has its markup. */
const longest = 20_000;
const longestMarkup = 100_000;
/** Deepest nesting of elements whose text is read. */
const deepest = 50;

const tags =
  /<\/?(?:p|br|div|span|a|ul|ol|li|em|i|b|strong|code|pre|blockquote|h[1-6]|img|script|style|table|iframe|svg)\b[^>]*>/i;
const entities = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});/i;

const options = {
  wordwrap: false as const,
  preserveNewlines: false,
  limits: { maxDepth: deepest },
  selectors: [
    {
      selector: 'a',
      options: {
        hideLinkHrefIfSameAsText: true,
        linkBrackets: ['(', ')'] as [string, string],
        ignoreHref: false,
        pathRewrite: safeAddress,
      },
    },
    { selector: 'img', format: 'skip' },
    { selector: 'script', format: 'skip' },
    { selector: 'style', format: 'skip' },
    { selector: 'iframe', format: 'skip' },
    { selector: 'svg', format: 'skip' },
    { selector: 'ul', options: { itemPrefix: '- ' } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
  ],
};
const toText = compile(options);
const withLines = compile({ ...options, preserveNewlines: true });

/**
 * An abstract as plain text: HTML becomes paragraphs, dashes and links in brackets, and loses what is no text (scripts,
 * styles, pictures). Line ends are `\n`, control characters are gone. Null where nothing is left. `cut` says that it
 * was longer than an event file allows.
 */
export function abstractOf(written: string | null): { text: string | null; cut: boolean } {
  if (written === null) return { text: null, cut: false };
  const some = written.slice(0, longestMarkup);
  const plain = tags.test(some) ? toText(some) : entities.test(some) ? withLines(some) : some;
  const text = cleaned(plain).trim();
  return {
    text: text === '' ? null : text.slice(0, longest),
    cut: text.length > longest || some.length < written.length,
  };
}

/** One line of text: a title, a name. Empty where nothing is left. */
export function lineOf(written: string, longestLine: number): string {
  const plain = tags.test(written) || entities.test(written) ? toText(written) : written;
  const line = cleaned(plain).replace(/\s+/g, ' ').trim();
  return line.length > longestLine ? `${line.slice(0, longestLine - 1).trimEnd()}…` : line;
}

/** Whether a line of text is longer than it may be, so that `lineOf` cuts it. */
export function isCut(written: string, longestLine: number): boolean {
  return written.length > longestLine && lineOf(written, longestLine).endsWith('…') && !written.endsWith('…');
}

function cleaned(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are taken out
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, '')
      .replace(/\p{Surrogate}/gu, '\ufffd')
  );
}

/** Addresses that a text may name; any other leaves no trace. */
function safeAddress(address: string): string {
  return /^(?:https?:\/\/|mailto:)/i.test(address) ? address : '';
}
