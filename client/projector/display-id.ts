import { randomId } from '../connection/random-id.ts';
import { onDevice } from '../look/device-storage.ts';

/**
 * The id by which a desk knows this display again after every reload and power cut, the same as long as its page lasts.
 * One address is one display: two windows of a mixing computer with different layouts are two.
 */
export function displayId(): string {
  const address = `${location.pathname}${location.search}`;
  const id = ids.get(address) ?? kept(`backrow.display${address}`);
  ids.set(address, id);
  return id;
}

const ids = new Map<string, string>();

function kept(key: string): string {
  const known = onDevice.read(key);
  if (known !== null && /^[^/]{1,64}$/.test(known)) return known;
  const made = randomId();
  onDevice.write(key, made);
  return made;
}
