import { type Config, readConfig } from '../config.ts';

/** What a command sees of the process around it, so that tests can run it in theirs. */
export interface Terminal {
  env: NodeJS.ProcessEnv;
  /** Says a line on standard output: what was asked for. */
  out(line: string): void;
  /** Says a line on standard error: what went wrong, and what was assumed. */
  err(line: string): void;
  /** Epoch milliseconds. */
  clock(): number;
}

/** The command cannot be done; the message is the sentence that people read. */
export class Complaint extends Error {
  override name = 'Complaint';
}

/** The command ends with 1, and all that there is to say about it has been said. */
export class Reported extends Error {
  override name = 'Reported';
}

/** The configuration of this environment; complains about every bad variable at once. */
export function configOf({ env }: Terminal): Config {
  const read = readConfig(env);
  if (!read.ok) throw new Complaint(read.errors.join('\n'));
  return read.config;
}
