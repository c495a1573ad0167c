// Keys of an unfinished word: one guard stands before every listener of a page, and nothing can stand before it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { guardCompositions } from '../../client/look/composition.ts';

const client = join(import.meta.dirname, '../../client');

/** A window with the guard and something of the page that listens after it; gives what the page heard. */
function guarded() {
  const page = new EventTarget();
  guardCompositions(page);
  const heard: string[] = [];
  for (const name of ['keydown', 'keypress', 'keyup', 'cancel'])
    for (const capture of [true, false]) page.addEventListener(name, () => heard.push(name), capture);
  const say = (name: string, fields: object = {}) => {
    const event = Object.assign(new Event(name, { cancelable: true }), fields);
    page.dispatchEvent(event);
    return event;
  };
  return { heard, say };
}

describe('[X5] a key of an unfinished word', () => {
  it.each(['Enter', 'Escape', 't', 'Process'])('is heard by nothing of the page: %s', (key) => {
    const { heard, say } = guarded();
    for (const name of ['keydown', 'keypress', 'keyup']) {
      const acts = key === 'Enter' || key === 'Escape';
      expect(say(name, { key, isComposing: true, keyCode: 13 }).defaultPrevented).toBe(acts);
      say(name, { key, isComposing: false, keyCode: 229 });
    }
    expect(heard).toEqual([]);
  });

  it('is heard again once the word is done', () => {
    const { heard, say } = guarded();
    say('keydown', { key: 'Enter', isComposing: false, keyCode: 13 });
    expect(heard).toEqual(['keydown', 'keydown']);
  });

  it('closes no dialog, and closes one once the word is done or its field is gone', () => {
    const { heard, say } = guarded();
    say('compositionstart');
    expect(say('cancel').defaultPrevented).toBe(true);
    say('compositionend');
    expect(say('cancel').defaultPrevented).toBe(false);
    say('compositionstart');
    say('focusin');
    say('cancel');
    expect(heard).toEqual(['cancel', 'cancel', 'cancel', 'cancel']);
  });
});

it('[X5] the guard is put up before the page is, and no file listens for keys before it', () => {
  const main = readFileSync(join(client, 'main.tsx'), 'utf8');
  expect(main.indexOf('guardCompositions(window)')).toBeGreaterThan(0);
  expect(main.indexOf('guardCompositions(window)')).toBeLessThan(main.indexOf('createRoot('));
  const early = files()
    .filter(([name]) => name !== 'look/composition.ts')
    // At the margin of a file: run when it is loaded, before anything is put up.
    .filter(([, text]) => /^(?:window\.|document\.)?addEventListener\(|^\w+\.on(?:key|submit)/m.test(text));
  expect(early.map(([name]) => name)).toEqual([]);
  const elsewhere = files().filter(([, text]) => /\bon(?:keydown|keyup|keypress)\s*=|\.keyCode\b/.test(text));
  expect(elsewhere.map(([name]) => name)).toEqual(['look/composition.ts']);
});

it('[X5] a window that a page opens holds no part of it but a page of its own, which has its own guard', () => {
  const opening = files().filter(([, text]) => /requestWindow|window\.open/.test(text));
  expect(opening.map(([name]) => name).sort()).toEqual([
    'moderator/screen/display-link.tsx',
    'moderator/screen/float-over-slides.tsx',
  ]);
  const [stage, floating] = opening.toSorted().map(([, text]) => text);
  expect(stage).toContain('opened.location.replace(');
  expect(stage).not.toMatch(/opened\??\.document|createPortal/);
  expect(floating).toContain("createElement('iframe')");
});

function files(): [name: string, text: string][] {
  return readdirSync(client, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => [name, readFileSync(join(client, name), 'utf8')]);
}
