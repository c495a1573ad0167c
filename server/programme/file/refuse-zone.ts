import { isZone } from './local-time.ts';

/** The sentence that refuses a time zone, with the zones that may be meant; null where it is one. */
export function refuseZone(zone: string): string | null {
  if (isZone(zone)) return null;
  const near = similar(zone);
  const meant = near.length > 0 ? ` Did you mean ${near.join(' or ')}?` : '';
  return `"${zone}" is not a time zone.${meant} Write area and place, such as America/Sao_Paulo; short names such as PST mean several zones.`;
}

function similar(zone: string): string[] {
  const letters = (words: string) => words.toLowerCase().replace(/[^a-z]/g, '');
  const wanted = letters(zone.split('/').at(-1) ?? zone);
  if (wanted.length < 4) return [];
  return Intl.supportedValuesOf('timeZone')
    .filter(
      (known) => letters(known.split('/').at(-1) ?? known) === wanted || letters(known) === letters(zone),
    )
    .slice(0, 3);
}
