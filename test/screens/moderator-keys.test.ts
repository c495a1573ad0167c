import { describe, expect, test } from 'vitest';
import { guardOf, keyLock, settleTime, stepLock } from '../../client/moderator/actions/locks.ts';
import { isReason } from '../../client/moderator/actions/reasons.ts';
import type { Press } from '../../client/moderator/keys/press.ts';
import { keysOf, type Shortcut, shortcutOf, shortcuts } from '../../client/moderator/keys/shortcuts.ts';
import { digitOf } from '../../client/moderator/row/choice-menu.tsx';
import { dismissReasons } from '../../shared/questions/question.ts';

const press = (key: string, changes: Partial<Press> = {}): Press => ({
  key,
  code: '',
  repeat: false,
  ctrl: false,
  alt: false,
  meta: false,
  shift: false,
  altGraph: false,
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
    ['q', 'upNext'],
    ['1', 'place1'],
    ['5', 'place5'],
    ['t', 'takeNext'],
    ['m', 'merge'],
    ['v', 'move'],
    ['l', 'labels'],
    ['f', 'keep'],
    ['w', 'reply'],
    ['x', 'select'],
    ['y', 'acknowledge'],
    ['/', 'search'],
  ] as const)('of %s is %s', (key, shortcut) => expect(shortcutOf(press(key), 'single')).toBe(shortcut));

  test.each(['Escape', 'Enter', ' ', 'Tab', 'g', 'o', '6', 'F5', 'PageDown'])(
    'of %s is none of the desk’s business',
    (key) => {
      expect(shortcutOf(press(key), 'single')).toBeNull();
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
    for (const change of changes) expect(shortcutOf(press('s', change), 'single')).toBeNull();
  });

  test('the question mark is typed with Shift, and arrows may be held', () => {
    expect(shortcutOf(press('?', { shift: true }), 'single')).toBe('help');
    expect(shortcutOf(press('ArrowDown', { repeat: true }), 'single')).toBe('next');
  });

  test('with Shift adds or takes five minutes, whichever sign the layout writes', () => {
    const shifted = (key: string) => shortcutOf(press(key, { shift: true }), 'single');
    expect(['+', '*', '-', '_'].map(shifted)).toEqual([
      'longerByFive',
      'longerByFive',
      'shorterByFive',
      'shorterByFive',
    ]);
    expect(shortcutOf(press('+', { repeat: true }), 'single')).toBeNull();
  });

  test.each([
    ['A', 'approveAll'],
    ['Q', 'upNextFirst'],
    ['Z', 'redo'],
    ['V', 'moveHere'],
    ['R', 'prepare'],
  ] as const)('of Shift and %s is %s', (key, shortcut) =>
    expect(shortcutOf(press(key, { shift: true }), 'single')).toBe(shortcut),
  );

  test('with Alt is read by its place on the keyboard, where Alt makes another letter of it', () => {
    expect(shortcutOf(press('ß', { alt: true, code: 'KeyS' }), 'alt')).toBe('show');
    expect(shortcutOf(press('s'), 'alt')).toBeNull();
  });

  test('does nothing at all where keys are off', () => {
    for (const sign of shortcuts.flatMap(keysOf)) {
      const shift = sign.startsWith('Shift+');
      expect(shortcutOf(press(shift ? sign.slice(6) : sign, { shift }), 'off')).toBeNull();
    }
  });

  test('no key does two things', () => {
    const keys = shortcuts.flatMap(keysOf);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

/** What keys of a layout write, as browsers report them: what is written, the place, whether Shift or AltGr is held. */
const layouts: Readonly<Record<string, readonly [string, string, Shortcut, Partial<Press>?][]>> = {
  Russian: [
    ['ы', 'KeyS', 'show'],
    ['Ф', 'KeyA', 'approveAll', { shift: true }],
    ['е', 'KeyT', 'takeNext'],
    ['х', 'BracketLeft', 'previousList'],
    ['ю', 'Period', 'note'],
    ['/', 'Backslash', 'search', { shift: true }],
    ['?', 'Digit7', 'help', { shift: true }],
    ['3', 'Digit3', 'place3'],
  ],
  Greek: [
    ['σ', 'KeyS', 'show'],
    ['ς', 'KeyW', 'reply'],
    [';', 'KeyQ', 'upNext'],
    ['Α', 'KeyA', 'approveAll', { shift: true }],
    ['/', 'Slash', 'search'],
  ],
  Arabic: [
    ['س', 'KeyS', 'show'],
    ['لا', 'KeyB', 'black'],
    ['ِ', 'KeyA', 'approveAll', { shift: true }],
    ['ج', 'BracketLeft', 'previousList'],
    ['؟', 'Slash', 'help', { shift: true }],
    ['٢', 'Digit2', 'place2'],
  ],
  French: [
    ['a', 'KeyQ', 'approve'],
    ['q', 'KeyA', 'upNext'],
    ['z', 'KeyW', 'undo'],
    ['m', 'Semicolon', 'merge'],
    ['é', 'Digit2', 'place2'],
    ['2', 'Digit2', 'place2', { shift: true }],
    ['.', 'Comma', 'note', { shift: true }],
    ['/', 'Period', 'search', { shift: true }],
    ['?', 'KeyM', 'help', { shift: true }],
    ['[', 'Digit5', 'previousList', { altGraph: true, ctrl: true, alt: true }],
    ['-', 'Digit6', 'shorter'],
  ],
  German: [
    ['z', 'KeyY', 'undo'],
    ['y', 'KeyZ', 'acknowledge'],
    ['+', 'BracketRight', 'longer'],
    ['*', 'BracketRight', 'longerByFive', { shift: true }],
    ['/', 'Digit7', 'search', { shift: true }],
    ['?', 'Minus', 'help', { shift: true }],
    ['[', 'Digit8', 'previousList', { altGraph: true, ctrl: true, alt: true }],
  ],
};

describe.each(Object.entries(layouts))('on a %s keyboard', (_, keys) => {
  test.each(keys)('%s at %s is %s', (key, code, shortcut, changes) =>
    expect(shortcutOf(press(key, { code, ...changes }), 'single')).toBe(shortcut),
  );
});

test.each([
  ['ß', 'Minus'],
  ['ü', 'BracketLeft'],
  [',', 'KeyM'],
  ['ù', 'Quote'],
])('%s of a Latin keyboard is no key of another one', (key, code) =>
  expect(shortcutOf(press(key, { code }), 'single')).toBeNull(),
);

describe('a presentation clicker', () => {
  test('does nothing until it is switched on', () => {
    expect(shortcutOf(press('PageDown'), 'single')).toBeNull();
  });

  test('takes the next question and blacks the screens, also where keys are off', () => {
    expect(shortcutOf(press('PageDown'), 'off', true)).toBe('takeNext');
    expect(shortcutOf(press('b'), 'off', true)).toBe('black');
    expect(shortcutOf(press('s'), 'off', true)).toBeNull();
  });
});

describe('a shortcut', () => {
  /** Which of these presses (milliseconds after the first) act. */
  const acts = (shortcut: Shortcut, times: number[], rowSince = -10_000) => {
    let last: number | undefined;
    return times.filter((at) => {
      if (guardOf(shortcut, at, last, rowSince) !== 'acts') return false;
      last = at;
      return true;
    });
  };

  test('pressed ten times within half a second acts once', () => {
    const storm = Array.from({ length: 10 }, (_, index) => index * 50);
    for (const shortcut of ['approve', 'dismiss', 'show', 'answered', 'clear', 'black', 'undo'] as const)
      expect(acts(shortcut, storm)).toEqual([0]);
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

test('digits choose the reasons in their order, on any layout, and own words are none of them', () => {
  const digit = (key: string, code = '') => dismissReasons[digitOf({ key, code }) - 1];
  expect(['1', '2', '3', '4', '5', '6'].map((key) => digit(key))).toEqual([
    'answered',
    'same',
    'off-topic',
    'reword',
    'no-time',
    'conduct',
  ]);
  expect([digit('é', 'Digit2'), digit('٣', 'Digit3')]).toEqual(['same', 'off-topic']);
  expect([digit('7'), digit('0'), digit('n', 'KeyN')]).toEqual([undefined, undefined, undefined]);
  expect(isReason('conduct')).toBe(true);
  expect(isReason('We covered this at length.')).toBe(false);
});
