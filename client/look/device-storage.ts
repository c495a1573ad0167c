/** What is kept in a browser under names: texts, and choices of whoever uses it. */
interface DeviceStorage {
  /** Null where nothing is kept under a name. */
  read: (name: string) => string | null;
  /** Keeps a text, null takes away what is kept; gives whether that outlasts the page. */
  write: (name: string, text: string | null) => boolean;
}

/** Kept on this device, for every page of this server on it. */
export const onDevice = storageIn(() => localStorage);

/** Kept in this tab, over a reload, until it is closed. */
export const inTab = storageIn(() => sessionStorage);

/** Where a storage keeps nothing (private windows, full disks, forbidden by policy) texts last as long as the page. */
function storageIn(storage: () => Storage): DeviceStorage {
  const here = new Map<string, string>();
  return {
    read(name) {
      try {
        return here.get(name) ?? storage().getItem(name);
      } catch {
        return null;
      }
    },
    write(name, text) {
      here.delete(name);
      try {
        if (text === null) storage().removeItem(name);
        else storage().setItem(name, text);
        return true;
      } catch {
        if (text !== null) here.set(name, text);
        return false;
      }
    },
  };
}
