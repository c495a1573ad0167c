import { signOf } from './key-signs.ts';

/** Places of Up next, as the keys name them. */
type Place = 'place1' | 'place2' | 'place3' | 'place4' | 'place5';

/** What a key of the desk does. Everything here has a button too. */
export type Deed =
  | 'next'
  | 'previous'
  | 'nextList'
  | 'previousList'
  | 'approve'
  | 'approveAll'
  | 'dismiss'
  | 'queue'
  | 'queueFirst'
  | Place
  | 'show'
  | 'takeNext'
  | 'answered'
  | 'clear'
  | 'black'
  | 'undo'
  | 'redo'
  | 'edit'
  | 'merge'
  | 'move'
  | 'moveHere'
  | 'labels'
  | 'keep'
  | 'reply'
  | 'roomQuestion'
  | 'select'
  | 'longer'
  | 'longerByFive'
  | 'shorter'
  | 'shorterByFive'
  | 'note'
  | 'acknowledge'
  | 'search'
  | 'help';

/** Whether single keys act, with Alt only, or not at all: kept on this computer. */
export type KeyMode = 'off' | 'single' | 'alt';

/** The modes in the order in which settings offer them. */
export const keyModes: readonly KeyMode[] = ['single', 'alt', 'off'];

/** Which key does what. Escape and Enter are not among them: they keep their meaning and never touch the screen. */
export const keyMap: Readonly<Record<Deed, readonly string[]>> = {
  next: ['j', 'ArrowDown'],
  previous: ['k', 'ArrowUp'],
  previousList: ['['],
  nextList: [']'],
  approve: ['a'],
  approveAll: ['Shift+a'],
  dismiss: ['n'],
  queue: ['q'],
  queueFirst: ['Shift+q'],
  place1: ['1'],
  place2: ['2'],
  place3: ['3'],
  place4: ['4'],
  place5: ['5'],
  show: ['s'],
  takeNext: ['t'],
  answered: ['d'],
  clear: ['c'],
  black: ['b'],
  undo: ['z'],
  redo: ['Shift+z'],
  edit: ['e'],
  merge: ['m'],
  move: ['v'],
  moveHere: ['Shift+v'],
  labels: ['l'],
  keep: ['f'],
  reply: ['w'],
  roomQuestion: ['r'],
  select: ['x'],
  longer: ['+', '='],
  longerByFive: ['Shift++', 'Shift+*'],
  shorter: ['-', '−'],
  shorterByFive: ['Shift+-', 'Shift+_'],
  note: ['.'],
  acknowledge: ['y'],
  search: ['/'],
  help: ['?'],
};

/** What a presentation clicker sends, where that is switched on: the next slide takes the next question. */
const clickerMap: Readonly<Record<string, Deed>> = { PageDown: 'takeNext', b: 'black' };

/** How long a key that changes something stays deaf after it acted, in milliseconds. */
export const keyLock = 600;

/** The same for keys that are pressed once per minute to add or take: only a bouncing key is held off. */
export const stepLock = 60;

/** How long a row that the desk moved to by itself must be in focus before a key acts on it, in milliseconds. */
export const settleTime = 400;

/** Deeds on the row in focus: they wait until the operator can have seen which row it is. */
const onRow: ReadonlySet<Deed> = new Set([
  'approve',
  'dismiss',
  'queue',
  'queueFirst',
  'place1',
  'place2',
  'place3',
  'place4',
  'place5',
  'show',
  'edit',
  'merge',
  'move',
  'moveHere',
  'labels',
  'keep',
  'reply',
]);

/** Whether a deed is done to the row in the frame. */
export function isOnRow(deed: Deed): boolean {
  return onRow.has(deed);
}

/** Whether a deed's lock is that of its row: the same key on the next row is another press. What goes on air is not. */
export function isLockedByRow(deed: Deed): boolean {
  return onRow.has(deed) && deed !== 'show';
}

/** Deeds that only look around: they repeat as fast as the keyboard does. */
const looking: ReadonlySet<Deed> = new Set([
  'next',
  'previous',
  'nextList',
  'previousList',
  'select',
  'search',
  'help',
]);

/** Deeds that are done once for every minute, or five. */
const stepping: ReadonlySet<Deed> = new Set(['longer', 'longerByFive', 'shorter', 'shorterByFive']);

/** The parts of a keyboard event that decide. */
export interface Press {
  key: string;
  code: string;
  repeat: boolean;
  ctrl: boolean;
  alt: boolean;
  meta: boolean;
  shift: boolean;
  /** AltGr writes signs on many layouts; browsers report it as Ctrl and Alt, too. */
  altGraph: boolean;
  /** Whether it was typed into something that takes text, or into an open menu. */
  inField: boolean;
}

/** What a press asks for; null where it is none of the desk's business. `clicker`: a presentation clicker is in use. */
export function deedOf(press: Press, mode: KeyMode, clicker = false): Deed | null {
  if (press.inField || press.meta || (press.repeat && !isArrow(press.key))) return null;
  const [ctrl, alt] = press.altGraph ? [false, false] : [press.ctrl, press.alt];
  if (ctrl) return null;
  if (clicker && !alt && !press.shift) {
    const deed = clickerMap[press.key];
    if (deed) return deed;
  }
  if (mode === 'off' || alt !== (mode === 'alt')) return null;
  for (const sign of signOf(press)) {
    const deed = bySign.get(sign);
    if (deed) return deed;
  }
  return null;
}

/** Whether a deed may act now: not within its own lock, and on a row only once that row has been in focus a while. */
export function mayAct(deed: Deed, at: number, lastActed: number | undefined, rowSince: number): boolean {
  if (looking.has(deed)) return true;
  if (lastActed !== undefined && at - lastActed < (stepping.has(deed) ? stepLock : keyLock)) return false;
  return !onRow.has(deed) || at - rowSince >= settleTime;
}

/** Every deed, in the order in which help lists them. */
export const deeds = Object.keys(keyMap).filter((name): name is Deed => name in keyMap);

const bySign = new Map(deeds.flatMap((deed) => keyMap[deed].map((sign) => [sign, deed] as const)));

function isArrow(key: string): boolean {
  return key === 'ArrowDown' || key === 'ArrowUp';
}
