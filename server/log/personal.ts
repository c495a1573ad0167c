import { randomBytes } from 'node:crypto';
import type { Body } from '../../shared/state/personal.ts';
import { sha256 } from './canonical.ts';

/**
 * Makes the body that is kept beside the log, and with it the digest that stands for the text inside the log.
 * Without a salt it takes 16 random bytes (base64url), so that equal texts have different digests and a short
 * text cannot be guessed from its digest once body and salt are forgotten.
 */
export function seal(text: string, salt: string = randomBytes(16).toString('base64url')): Body {
  return { digest: digestOf(text, salt), salt, text };
}

/** Whether a text is the one that a body was made of. */
export function matches(text: string, body: Pick<Body, 'digest' | 'salt'>): boolean {
  return digestOf(text, body.salt) === body.digest;
}

/** The salt has no `:` in it, so no two pairs of salt and text give the same input. */
function digestOf(text: string, salt: string): string {
  return sha256(`${salt}:${text}`);
}
