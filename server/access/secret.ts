import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../log/whole-file.ts';
import { Unusable } from '../unusable.ts';

/** Fewest characters of a secret, given or kept in a file. */
export const leastSecret = 16;

/**
 * The secret that signs badges and invites: given, or made once and kept in the data folder, readable by its owner alone.
 * Throws `Unusable` where the file holds none that could be.
 */
export function secretOf(given: string | undefined, dataDir: string): string {
  if (given !== undefined) return given;
  const file = secretFile(dataDir);
  if (!existsSync(file)) writeWhole(file, `${randomBytes(32).toString('base64url')}\n`);
  return readSecret(dataDir);
}

/** The secret that is kept in a data folder; throws `Unusable` where the file is too short, or cannot be read. */
export function readSecret(dataDir: string): string {
  const file = secretFile(dataDir);
  let secret: string;
  try {
    secret = readFileSync(file, 'utf8').trim();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new Unusable(`${file} cannot be read (${code}). It signs every link and badge: make it readable.`);
  }
  if (secret.length >= leastSecret) return secret;
  throw new Unusable(
    `${file} has ${secret.length} character${secret.length === 1 ? '' : 's'}, and a secret has at least ${leastSecret}: whoever guesses it is the organiser. Put a copy of it back, or remove it; then a new one is made, and no link or badge given so far counts any more.`,
  );
}

/** Where a data folder keeps its secret. */
export function secretFile(dataDir: string): string {
  return join(dataDir, 'secret');
}

/** Puts a secret back whose file was removed or changed while the server ran; says what was wrong. */
export function keepSecret(secret: string, dataDir: string): string[] {
  const file = secretFile(dataDir);
  if (existsSync(file) && readFileSync(file, 'utf8').trim() === secret) return [];
  writeWhole(file, `${secret}\n`);
  return [`${file} was removed or changed while the server ran; the secret that signs is in it again`];
}
