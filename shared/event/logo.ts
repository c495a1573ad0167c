import type { Digest } from '../state/personal.ts';

/** Most bytes of a logo. */
export const logoLimit = 100_000;

/** What a logo may be. */
export const logoTypes = ['image/png', 'image/svg+xml'] as const;
export type LogoType = (typeof logoTypes)[number];

/** The longest `data:` address of a logo: its head, and four characters for three bytes. */
export const logoAddressLimit = 'data:image/svg+xml;base64,'.length + 4 * Math.ceil(logoLimit / 3);

/** The part of a logo's digest that views name it by. */
export function shortDigest(digest: Digest): string {
  return digest.slice(0, 16);
}

declare module '../state/recorder.ts' {
  interface Recorder {
    /** [E8] Keeps a logo, a `data:` address, beside the log; what is no PNG and no harmless SVG is an issue. */
    logo(path: string, address: string): Digest;
  }
}
