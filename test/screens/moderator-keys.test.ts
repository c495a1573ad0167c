import { describe, expect, test } from 'vitest';
import {
  type Deed,
  deedOf,
  keyLock,
  keyMap,
  mayAct,
  type Press,
  settleTime,
  stepLock,
} from '../../client/moderator/keys.ts';
import { isReason, reasonOfKey } from '../../client/moderator/reasons.ts';

const press = (key: string, changes: Partial<Press> = {}): Press => ({
  key,
  code: '',
  repeat: false,
  ctrl: false,
  alt: false,
  meta: false,
  shift: false,
  inField: false,
  ...changes,
});

describe('a press', () => {
  test.each([
    ['j', 'next'],
    ['ArrowDown', 'next'],
    ['k', 'previous'],
    ['a', 'approve'],
    ['A', 'approve'],
    ['n', 'dismiss'],
    ['s', 'show'],
    ['d', 'answered'],
    ['c', 'clear'],
    ['z', 'undo'],
    ['e', 'edit'],
    ['r', 'roomQuestion'],
    ['[', 'previousList'],
    [']', 'nextList'],
    ['?', 'help'],
    ['+', 'longer'],
    ['=', 'longer'],
    ['-', 'shorter'],
    ['.', 'note'],
  ] as const)('of %s is %s', (key, deed) => expect(deedOf(press(key), 'single')).toBe(deed));

  test.each(['Escape', 'Enter', ' ', 'Tab', 'x', 'q', 'F5'])(
    'of %s is none of the desk’s business',
    (key) => {
      expect(deedOf(press(key), 'single')).toBeNull();
    },
  );

  test('in a field, held down, or with Ctrl, Meta, Alt or Shift does nothing', () => {
    const changes: Partial<Press>[] = [
      { inField: true },
      { repeat: true },
      { ctrl: true },
      { meta: true },
      { alt: true },
      { shift: true },
    ];
    for (const change of changes) expect(deedOf(press('s', change), 'single')).toBeNull();
  });

  test('the question mark is typed with Shift, and arrows may be held', () => {
    expect(deedOf(press('?', { shift: true }), 'single')).toBe('help');
    expect(deedOf(press('ArrowDown', { repeat: true }), 'single')).toBe('next');
  });

  test('with Shift adds or takes five minutes, whichever sign the layout writes', () => {
    const shifted = (key: string) => deedOf(press(key, { shift: true }), 'single');
    expect(['+', '*', '-', '_'].map(shifted)).toEqual([
      'longerByFive',
      'longerByFive',
      'shorterByFive',
      'shorterByFive',
    ]);
    expect(deedOf(press('+', { repeat: true }), 'single')).toBeNull();
  });

  test('with Alt is read by its place on the keyboard, where Alt makes another letter of it', () => {
    expect(deedOf(press('ß', { alt: true, code: 'KeyS' }), 'alt')).toBe('show');
    expect(deedOf(press('s'), 'alt')).toBeNull();
  });

  test('does nothing at all where keys are off', () => {
    for (const keys of Object.values(keyMap))
      for (const key of keys) expect(deedOf(press(key), 'off')).toBeNull();
  });

  test('no key does two things', () => {
    const keys = Object.values(keyMap).flat();
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('a deed', () => {
  /** Which of these presses (milliseconds after the first) act. */
  const acts = (deed: Deed, times: number[], rowSince = -10_000) => {
    let last: number | undefined;
    return times.filter((at) => {
      if (!mayAct(deed, at, last, rowSince)) return false;
      last = at;
      return true;
    });
  };

  test('pressed ten times within half a second acts once', () => {
    const storm = Array.from({ length: 10 }, (_, index) => index * 50);
    for (const deed of ['approve', 'dismiss', 'show', 'answered', 'clear', 'black', 'undo'] as const)
      expect(acts(deed, storm)).toEqual([0]);
  });

  test('acts again after its lock', () => {
    expect(acts('show', [0, keyLock - 1, keyLock])).toEqual([0, keyLock]);
  });

  test('that adds a minute acts once for every press, and not for a bounce', () => {
    expect(acts('longer', [0, stepLock - 1, stepLock * 2, stepLock * 4])).toEqual([
      0,
      stepLock * 2,
      stepLock * 4,
    ]);
  });

  test('on a row waits until that row has been in focus a while', () => {
    expect(acts('approve', [0, settleTime - 1, settleTime], 0)).toEqual([settleTime]);
    expect(acts('clear', [0], 0)).toEqual([0]);
  });

  test('that only looks around is never held up', () => {
    expect(acts('next', [0, 30, 60], 59)).toEqual([0, 30, 60]);
  });
});

test('digits choose the reasons in their order, and own words are none of them', () => {
  expect(['1', '2', '3', '4', '5', '6'].map(reasonOfKey)).toEqual([
    'answered',
    'same',
    'off-topic',
    'reword',
    'no-time',
    'conduct',
  ]);
  expect([reasonOfKey('7'), reasonOfKey('0'), reasonOfKey('n')]).toEqual([null, null, null]);
  expect(isReason('conduct')).toBe(true);
  expect(isReason('We covered this at length.')).toBe(false);
});
