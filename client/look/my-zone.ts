import { useSyncExternalStore } from 'react';
import { onDevice } from './device-storage.ts';

const storageKey = 'backrow.zone';

/** What the device said last, and until when that is believed (epoch milliseconds): asking costs more than drawing a time. */
let device = { zone: '', until: 0 };

/** The zone that this device is set to, at most a minute late; UTC where it does not say. */
export function deviceZone(): string {
  if (Date.now() >= device.until)
    device = {
      zone: Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC',
      until: Date.now() + 60_000,
    };
  return device.zone;
}

let chosen = stored();
const listeners = new Set<() => void>();

/** The reader's own zone: the one they chose on this device, else the device's. */
function myZone(): string {
  return chosen ?? deviceZone();
}

/** Sets the reader's own zone for this device; null goes back to the device's. */
export function chooseZone(zone: string | null): void {
  chosen = zone;
  onDevice.write(storageKey, zone);
  for (const listener of listeners) listener();
}

/** The reader's own zone inside a component, which follows when it is chosen anew. */
export function useMyZone(): string {
  return useSyncExternalStore(listen, myZone);
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What was chosen before; a zone that this browser does not know counts as none. */
function stored(): string | null {
  try {
    const zone = onDevice.read(storageKey);
    if (zone !== null) new Intl.DateTimeFormat('en', { timeZone: zone });
    return zone;
  } catch {
    return null;
  }
}
