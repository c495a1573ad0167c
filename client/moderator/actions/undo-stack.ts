/** Something I did that can be taken back: the seqs of its entries, and what it was. Several are taken back as one. */
export interface Done<L> {
  seqs: readonly number[];
  label: L;
  /** When the server confirmed it, on this computer's clock. */
  at: number;
}

/** How long what I did can be taken back with one key, in milliseconds, and how many deep. */
export const undoWindow = 30_000;
const depth = 20;

/** Notes something I did. What happened twice under one seq (a repeat) is noted once. */
export function note<L>(stack: readonly Done<L>[], done: Done<L>): Done<L>[] {
  return [...stack.filter(({ seqs }) => seqs[0] !== done.seqs[0]), done].slice(-depth);
}

/** What one press of Undo takes back now: the last thing of the last half minute. */
export function undoable<L>(stack: readonly Done<L>[], at: number): Done<L> | null {
  const last = stack.at(-1);
  return last && at - last.at < undoWindow ? last : null;
}

/** Takes something off the stack: it was undone, or cannot be any more. */
export function forget<L>(stack: readonly Done<L>[], done: Done<L>): Done<L>[] {
  return stack.filter((each) => each !== done);
}
