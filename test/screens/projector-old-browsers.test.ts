// The browsers inside OBS and vMix are years old (Chrome 103): what the stage's page loads uses nothing younger.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { builtClient, loadedFor } from '../world/built-client.ts';

/** Calls that came after Chrome 103 and that nothing falls back from. */
const youngCalls =
  /\.(toSorted|toReversed|toSpliced|canParse|groupBy|fromAsync|withResolvers|isWellFormed|toWellFormed|checkVisibility|showPopover|isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference|setHTMLUnsafe)\b|\b(Promise\.try|AbortSignal\.any|Iterator\.from|RegExp\.escape|Response\.json)\b/;

/**
 * What Chrome 103 does not know in a sheet: units, at-rules, selectors, properties and functions. `text-wrap` is none of it:
 * lines that are not balanced fit as well.
 */
const youngCss =
  /\d(cq[whib]|cqmin|cqmax|[dsl]v[hwib]|lh|rlh)\b|container|subgrid|color-mix|light-dark|oklch|oklab|@scope|@starting-style|:has\(|:user-valid|:popover-open|[{;](translate|rotate|scale):|@media[^{]*[<>]/;

const read = (file: string): string => readFileSync(join(builtClient, file), 'utf8');

test('no script of the stage’s page calls what Chrome 103 does not have', () => {
  const { scripts } = loadedFor([
    'index.html',
    'projector/projector-screen.tsx',
    'start/needs-link.tsx',
    'start/admitted.tsx',
  ]);
  expect(scripts.length).toBeGreaterThan(3);
  for (const file of scripts) expect(youngCalls.exec(read(file))?.[0], file).toBeUndefined();
});

test('no sheet of the stage says what Chrome 103 does not understand', () => {
  const whole = loadedFor(['projector/projector-screen.tsx']).sheets;
  const entry = loadedFor(['index.html']).sheets;
  const own = whole.filter((sheet) => !entry.includes(sheet));
  expect(own.map(read).join('')).toContain('--vh');
  for (const sheet of own) expect(youngCss.exec(read(sheet))?.[0], sheet).toBeUndefined();
});

test('no sheet that the stage shares with other pages is nested, so that an old browser drops single rules only', () => {
  for (const sheet of loadedFor(['index.html']).sheets) expect(read(sheet)).not.toMatch(/[{;]\s*&|@scope/);
});

test('scans find what they look for', () => {
  expect('a.toSorted()').toMatch(youngCalls);
  expect('URL.canParse(e)').toMatch(youngCalls);
  expect('a{width:5cqh}').toMatch(youngCss);
  expect('a{container-type:size}').toMatch(youngCss);
  expect('a{inset-inline-start:calc(5*var(--vh));transform:translate(1%)}').not.toMatch(youngCss);
});
