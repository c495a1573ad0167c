import type { Invited } from '../../shared/wire/http.ts';
import { base } from '../connection/base.ts';

/** A code that stands for a link: in two groups as people read it, how long it still holds, and where it is typed. */
export interface StaffCode {
  /** `KLM4` and `PQR7`. */
  halves: [string, string];
  /** Whole minutes that it still holds, begun ones counted. */
  minutes: number;
  /** What a QR code of it holds: short, so that it is read from further away than the link itself. */
  address: string;
}

/** The code of a link at a moment of the server's time (epoch ms) on the origin that others use; null once it is over. */
export function codeOf(made: Invited, at: number, origin: string): StaffCode | null {
  const { code, codeExpiresAt } = made;
  if (!code || !codeExpiresAt) return null;
  const left = Date.parse(codeExpiresAt) - at;
  if (left <= 0) return null;
  return {
    halves: halvesOf(code),
    minutes: Math.ceil(left / 60_000),
    address: new URL(`${base}/j/${code}`, origin).href,
  };
}

/** A code in two halves, which are easier to read, say and type than eight characters in a row. */
function halvesOf(code: string): [string, string] {
  const half = Math.ceil(code.length / 2);
  return [code.slice(0, half), code.slice(half)];
}

/** Where a code is typed, as people type it: `ask.example.org/j/`. */
export function typedAt(origin: string): string {
  return `${new URL(origin).host}${base}/j/`;
}
