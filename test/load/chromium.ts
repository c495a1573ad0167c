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

/** Where a program is, also one of the system that only its administrator has on PATH; throws where there is none. */
export function onPath(program: string): string {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin'];
  const places = folders.map((folder) => join(folder, program));
  const found = places.find((place) => existsSync(place));
  if (found === undefined) throw new Error(`${program} is not on PATH; npm test installs it`);
  return found;
}
