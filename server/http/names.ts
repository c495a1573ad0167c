import { cleanText } from '../socket/text.ts';

/** A display name as it is kept: cleaned, on one line; null where nothing is left. */
export function clean(raw: string): string | null {
  const cleaned = cleanText(raw);
  const name = cleaned.ok ? cleaned.text.replaceAll('\n', ' ') : '';
  return name === '' ? null : name;
}
