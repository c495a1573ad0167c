import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { askedParts, longParts } from '../../scripts/long-parts.mjs';
import { figuresIn, pageWith } from '../long/evidence/page.ts';

describe('the parts of the long tests', () => {
  test('take an hour altogether', () => {
    expect(Object.values(longParts).reduce((sum, { minutes }) => sum + minutes, 0)).toBeLessThanOrEqual(60);
  });

  test.each(Object.keys(longParts))('%s is a file', (part) => {
    expect(existsSync(new URL(`../long/${part}.test.ts`, import.meta.url))).toBe(true);
  });

  test('all run unless some are named, with the programs that these need', () => {
    expect(askedParts([]).args).toHaveLength(Object.keys(longParts).length);
    expect(askedParts([]).programs.toSorted()).toEqual(['chromium-headless-shell', 'strace']);
    expect(askedParts(['kills', '--bail=1', 'fsync'])).toEqual({
      args: ['--bail=1', 'test/long/kills.test.ts', 'test/long/fsync.test.ts'],
      programs: ['strace'],
    });
  });

  test('one that does not exist is refused with those that do', () => {
    expect(() => askedParts(['kill'])).toThrow(
      'kill is no part of test:long. There are storms, kills, frames',
    );
  });
});

describe('the page of evidence', () => {
  const page =
    'Before\n<!-- figures: written by npm run test:long -->\nold\n<!-- end of figures -->\nAfter\n';
  const run = {
    ...{ date: '2026-11-29', commit: 'abc1234', seed: 7, seconds: 660, held: true },
    figures: { kills: 100, 'commands acknowledged': 100_204, lost: 0 },
  };

  test('says a run in one row, and of the others that there was none', () => {
    const written = pageWith(page, { kills: run });
    expect(written).toContain(
      '| kills | 100 kills, 100,204 commands acknowledged, 0 lost | yes | 11 min | 2026-11-29, abc1234 | 7 |',
    );
    expect(written).toContain('| frames | no whole run yet |');
    expect(written.startsWith('Before\n')).toBe(true);
    expect(written.endsWith('\nAfter\n')).toBe(true);
    expect(written).not.toContain('old');
  });

  test('written again it is the same, and shows what did not hold', () => {
    const once = pageWith(page, { kills: { ...run, held: false } });
    expect(pageWith(once, { kills: { ...run, held: false } })).toBe(once);
    expect(once).toContain('| **no** |');
  });

  test('without a place for figures is refused', () => {
    expect(() => pageWith('Nothing', {})).toThrow('no place for figures');
    expect(figuresIn({ lost: 0, 'in words': 'some' })).toBe('0 lost, some in words');
  });
});
