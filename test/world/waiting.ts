/** Longest time that a test waits for something, in milliseconds: only for what never happens. */
const patience = 8_000;

/** Waits until something is so, and gives it; `what` says in words what was waited for in vain, `most` for how many milliseconds. */
export async function until<T>(
  look: () => T | Promise<T>,
  what: string | (() => string) = 'a condition',
  most = patience,
): Promise<T> {
  const deadline = performance.now() + most;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (performance.now() > deadline) {
      throw new Error(`Waited in vain for ${typeof what === 'string' ? what : what()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
