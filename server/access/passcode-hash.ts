import { createHash, scrypt, scryptSync, timingSafeEqual } from 'node:crypto';
import { passcodeTyped } from './typed.ts';

const keyBytes = 32;

/**
 * The salted hash under which an event's passcode is kept: `scrypt$salt$hash`, both in base64url. The salt comes
 * from the slug, so that importing a file again gives the same programme.
 */
export function hashPasscode(passcode: string, slug: string): string {
  const salt = createHash('sha256').update(`backrow passcode ${slug}`).digest().subarray(0, 16);
  const hash = scryptSync(passcodeTyped(passcode), salt, keyBytes);
  return `scrypt$${salt.toString('base64url')}$${hash.toString('base64url')}`;
}

/** Whether somebody typed the passcode behind a kept hash. Takes some 50 ms beside the main thread. */
export function isPasscode(typed: string, kept: string): Promise<boolean> {
  const [name, salt, hash] = kept.split('$');
  if (name !== 'scrypt' || salt === undefined || hash === undefined) return Promise.resolve(false);
  const expected = Buffer.from(hash, 'base64url');
  if (expected.length !== keyBytes) return Promise.resolve(false);
  return new Promise((resolve, reject) => {
    scrypt(passcodeTyped(typed), Buffer.from(salt, 'base64url'), keyBytes, (error, key) =>
      error ? reject(error) : resolve(timingSafeEqual(key, expected)),
    );
  });
}
