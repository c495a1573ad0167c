// @vitest-environment happy-dom
// Copying a text: with the clipboard, without it as over plain http, and where a browser bars both.
import { beforeEach, expect, test } from 'vitest';
import { copyText } from '../../client/look/copy-text.ts';

/** What the old way of copying finds selected. */
function withoutClipboard(allowed: boolean): string[] {
  const copied: string[] = [];
  Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
  document.execCommand = () => {
    const { activeElement: field } = document;
    if (!(field instanceof HTMLTextAreaElement)) return false;
    copied.push(field.value.slice(field.selectionStart, field.selectionEnd));
    return allowed;
  };
  return copied;
}

beforeEach(() => {
  document.body.innerHTML = '<dialog open><button>Copy</button></dialog>';
});

test('over plain http a text of several lines is copied from a selection, and the focus stays on the button', async () => {
  const copied = withoutClipboard(true);
  const button = document.querySelector('button');
  button?.focus();
  expect(await copyText('Dear Ada,\n\nyour talk')).toBe(true);
  expect(copied).toEqual(['Dear Ada,\n\nyour talk']);
  expect(document.activeElement).toBe(button);
  expect(document.querySelector('textarea')).toBeNull();
});

test('where a browser bars that as well, it says so', async () => {
  withoutClipboard(false);
  expect(await copyText('a link')).toBe(false);
});
