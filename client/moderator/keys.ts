/** What a key of the desk does. Everything here has a button too. */
export type Deed =
  | 'next'
  | 'previous'
  | 'nextList'
  | 'previousList'
  | 'approve'
  | 'dismiss'
  | 'show'
  | 'answered'
  | 'clear'
  | 'undo'
  | 'edit'
  | 'roomQuestion'
  | 'black'
  | 'longer'
  | 'longerByFive'
  | 'shorter'
  | 'shorterByFive'
  | 'note'
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
  dismiss: ['n'],
  show: ['s'],
  answered: ['d'],
  clear: ['c'],
  black: ['b'],
  undo: ['z'],
  edit: ['e'],
  roomQuestion: ['r'],
  longer: ['+', '='],
  shorter: ['-', '−'],
  longerByFive: [],
  shorterByFive: [],
  note: ['.'],
  help: ['?'],
};

/** What keys do with Shift. Which sign a shifted key writes depends on the layout: `+` here, `*` or `_` there. */
const withShift: Readonly<Record<string, Deed>> = {
  '?': 'help',
  '+': 'longerByFive',
  '*': 'longerByFive',
  '-': 'shorterByFive',
  _: 'shorterByFive',
};

/** How long a key that changes something stays deaf after it acted, in milliseconds. */
export const keyLock = 600;

/** The same for keys that are pressed once per minute to add or take: only a bouncing key is held off. */
export const stepLock = 60;

/** How long a row that the desk moved to by itself must be in focus before a key acts on it, in milliseconds. */
export const settleTime = 400;

/** Deeds on the row in focus: they wait until the operator can have seen which row it is. */
const onRow: ReadonlySet<Deed> = new Set(['approve', 'dismiss', 'show', 'edit']);

/** Deeds that only look around: they repeat as fast as the keyboard does. */
const looking: ReadonlySet<Deed> = new Set(['next', 'previous', 'nextList', 'previousList', 'help']);

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
  /** Whether it was typed into something that takes text, or into an open menu. */
  inField: boolean;
}

/** What a press asks for; null where it is none of the desk's business. */
export function deedOf(press: Press, mode: KeyMode): Deed | null {
  if (mode === 'off' || (press.repeat && !isArrow(press.key)) || press.inField || press.ctrl || press.meta)
    return null;
  if (press.alt !== (mode === 'alt')) return null;
  const key = letterOf(press);
  if (press.shift) return withShift[key] ?? null;
  for (const deed of deeds) if (keyMap[deed].includes(key)) return deed;
  return null;
}

/** Whether a deed may act now: not within its own lock, and on a row only once that row has been in focus a while. */
export function mayAct(deed: Deed, at: number, lastActed: number | undefined, rowSince: number): boolean {
  if (looking.has(deed)) return true;
  if (lastActed !== undefined && at - lastActed < (stepping.has(deed) ? stepLock : keyLock)) return false;
  return !onRow.has(deed) || at - rowSince >= settleTime;
}

const deeds = Object.keys(keyMap).filter((name): name is Deed => name in keyMap);

function isArrow(key: string): boolean {
  return key === 'ArrowDown' || key === 'ArrowUp';
}

/** The letter of a press, also where Alt makes another character of it. */
function letterOf({ key, code, alt }: Press): string {
  if (alt && /^Key[A-Z]$/.test(code)) return code.slice(3).toLowerCase();
  return key.length === 1 ? key.toLowerCase() : key;
}
