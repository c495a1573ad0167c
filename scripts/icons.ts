// A Vite plugin that reads an icon of `lucide-static` as what is drawn in it, so that a page carries its lines alone.
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** Where an icon's file stands, by its package's name. */
const iconFile = /lucide-static[\\/]icons[\\/][a-z0-9-]+\.svg$/;

/** What a shape looks like in those files: one element on one line, closed at once. */
const shapePattern = /^ {2}<([a-z]+)((?: [a-z0-9-]+="[^"]*")+) \/>$/gm;

/** A shape: its element, and its attributes. */
export type Shape = readonly [element: string, attributes: Readonly<Record<string, string>>];

/** Makes `import arrowUp from 'lucide-static/icons/arrow-up.svg'` give the shapes of that icon. */
export function icons(): Plugin {
  return {
    name: 'icons',
    enforce: 'pre',
    load: {
      filter: { id: iconFile },
      handler(file) {
        return `export default ${JSON.stringify(shapesOf(readFileSync(file, 'utf8')))};`;
      },
    },
  };
}

/** The shapes in an icon's file, on a ground of 24 × 24; throws where it has a line that is no shape. */
export function shapesOf(svg: string): Shape[] {
  const shapes = [...svg.matchAll(shapePattern)].map(
    ([, element = '', attributes = '']): Shape => [
      element,
      Object.fromEntries(
        [...attributes.matchAll(/([a-z0-9-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
      ),
    ],
  );
  const inside = svg.slice(svg.indexOf('\n>\n') + 3, svg.indexOf('</svg>')).trim();
  if (shapes.length === 0 || shapes.length !== inside.split('\n').length)
    throw new Error(`An icon has other lines than shapes: ${inside}`);
  return shapes;
}
