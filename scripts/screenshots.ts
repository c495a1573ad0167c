// `npm run screenshots`: the pictures of README and its film, into docs/images/. With `--all`: every view at every size, in
// both colours, into pictures/, which is not kept.
import { fileURLToPath } from 'node:url';
import { allPictures } from './pictures/all.ts';
import { readmeLoop, readmePictures } from './pictures/readme.ts';

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
if (process.argv.includes('--all')) await allPictures(at('pictures'));
else {
  for (const scheme of ['light', 'dark'] as const) await readmePictures(at('docs/images'), scheme);
  await readmeLoop(at('docs/images/loop.gif'));
}
