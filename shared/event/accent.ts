/** Least contrast of text with what it stands on, also by night (WCAG 2.2, 1.4.3). */
export const leastContrast = 4.5;

/** What text in an accent stands on by night: the lightest of the dark surfaces that pages and screens have. */
export const darkSurface = '#1d2125';

/** How far the tint of an accent moves towards white at a time, in percent. */
const step = 2;

/** The contrast of two colours `#RRGGBB`, from 1 to 21 (WCAG 2.2, relative luminance). */
export function contrast(one: string, other: string): number {
  const lights = [luminance(one), luminance(other)];
  const [darker, lighter] = [Math.min(...lights), Math.max(...lights)];
  return (lighter + 0.05) / (darker + 0.05);
}

/** [E7] Whether white text can be read on an accent. */
export function holdsWhite(accent: string): boolean {
  return contrast(accent, '#ffffff') >= leastContrast;
}

/** [E7] An accent as it is by night: moved towards white until it can be read on every dark surface. */
export function tintOf(accent: string): string {
  for (let white = 0; white < 100; white += step) {
    const tint = towardsWhite(accent, white);
    if (contrast(tint, darkSurface) >= leastContrast) return tint;
  }
  return '#ffffff';
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function towardsWhite(colour: string, percent: number): string {
  const mixed = channels(colour).map((channel) => Math.round(channel + ((255 - channel) * percent) / 100));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}
