/** What is kept in a browser under names: texts, and choices of whoever uses it. */
interface Keeping {
  /** Null where nothing is kept under a name. */
  read: (name: string) => string | null;
  /** Null takes away what is kept. */
  write: (name: string, text: string | null) => void;
}

/** Kept on this device, for every page of this server on it. */
export const onDevice = keepingIn(() => localStorage);

/** Kept in this tab, over a reload, until it is closed. */
export const inTab = keepingIn(() => sessionStorage);

/** Where a storage keeps nothing (private windows, full disks, forbidden by policy) texts last as long as the page. */
function keepingIn(storage: () => Storage): Keeping {
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
      } catch {
        if (text !== null) here.set(name, text);
      }
    },
  };
}
