import { prepare } from '../../scripts/prepare.mjs';

/** Before any test: what they start as processes and threads of their own is the build of these sources. */
export default async function setup(): Promise<void> {
  await prepare();
}
