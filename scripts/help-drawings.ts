/** A drawing of the help pages, as it is on light paper and on a dark screen. */
export interface Drawing {
  name: string;
  light: string;
  dark: string;
  width: number;
  height: number;
}

/** The tokens that drawings are drawn in. Anything else, like the picture on a wall, is the same in both themes. */
const inked = ['surface', 'sunken', 'text', 'text-2', 'control-border', 'accent-soft', 'accent'] as const;

/**
 * Reads a drawing that is drawn in the light colours of `tokens` (the text of tokens.css), and makes the dark one of it
 * by putting each token's dark colour in its place: one drawing to keep, and no style inside it.
 */
export function readDrawing(name: string, light: string, tokens: string): Drawing {
  const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(light) ?? [];
  if (width === undefined || height === undefined) throw new Error(`${name}.svg has no size`);
  const dark = inked.reduce((drawn, token) => {
    const [day, night] = coloursOf(token, tokens);
    return drawn.replaceAll(`"${day}"`, `"${night}"`);
  }, light);
  return { name, light, dark, width: Number(width), height: Number(height) };
}

/** A token's colour in the light theme and in the dark one, which follows it in the file. */
function coloursOf(token: string, tokens: string): [string, string] {
  const [light, dark] = [...tokens.matchAll(new RegExp(`--${token}: (#[0-9a-f]{6});`, 'g'))].map(
    ([, colour]) => colour,
  );
  if (light === undefined || dark === undefined)
    throw new Error(`tokens.css has no ${token} for both themes`);
  return [light, dark];
}
