import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** How Chromium is started where nobody sits before it: to be tested and measured. */
export const chromiumFlags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // One page, one process: what is measured is that page and nothing beside it.
  '--disable-features=SpareRendererForSitePerProcess',
];

/** Where a program is; throws where it is not on PATH. */
export function onPath(program: string): string {
  const places = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, program));
  const found = places.find((place) => existsSync(place));
  if (found === undefined) throw new Error(`${program} is not on PATH; npm test installs it`);
  return found;
}
