import { type Refusal, refuse } from '../../shared/wire/refusals.ts';
import { isPasscode } from '../programme/passcode.ts';
import type { Limits } from './limits.ts';

/**
 * Why somebody at an address is not let in by this passcode; null where they are. Whoever guessed wrong too often is
 * refused also with the right one: else limits would slow nobody down who guesses on.
 */
export async function passcodeRefusal(
  limits: Limits,
  address: string,
  typed: string | undefined,
  kept: string,
): Promise<Refusal | null> {
  const ask = refuse('not-allowed', 'passcode-needed', { of: 'passcode' });
  if (typed === undefined) return ask;
  const before = limits.guessedTooOften(address);
  if (before) return tooOften(before);
  const right = await isPasscode(typed, kept);
  // Others at this address may have guessed while this one was looked at.
  const since = right ? limits.guessedTooOften(address) : limits.address('guess', address);
  if (since) return tooOften(since);
  return right ? null : refuse('not-allowed', 'passcode-wrong', { of: 'passcode' });
}

function tooOften(tooFast: { retryAfterMs: number }): Refusal {
  return refuse('too-fast', 'too-many-guesses', tooFast);
}
