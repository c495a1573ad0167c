/** A setting names something that this process cannot use; the message is the sentence that people read. */
export class Unusable extends Error {
  override name = 'Unusable';
}

/** Does what needs the files of some settings. Where the system refuses, it is said of which, and nothing else. */
export function using<Result>(settings: string, act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    throw new Unusable(
      `${settings} cannot be used (${String(error.code)}). Set another one, or leave it out.`,
    );
  }
}
