/** The part that holds the list of questions: what a phone needs after the field to ask, and soonest. */
const list = /client[\\/]attendee[\\/]board\.tsx$/;

/** What walls show, in browsers of which some are years old: it loads nothing that is made for phones. */
const stage = /client[\\/]stage[\\/]/;

/** What is known of a module while it is sorted into files. */
interface Sorting {
  getModuleInfo(id: string): { importers: readonly string[] } | null;
}

/**
 * The name of the file for what the list of questions shares with other parts, a kilobyte each: on a slow network one answer
 * instead of a dozen, of which a browser asks for six at once. Null for any other module.
 */
export function sharedWithList(id: string, sorting: Sorting): string | null {
  return isNeededBy(list, id, sorting) && !isNeededBy(stage, id, sorting) ? 'common' : null;
}

/** Whether a module is one of these, or one of them imports it, directly or not. */
function isNeededBy(those: RegExp, id: string, sorting: Sorting, seen = new Set<string>()): boolean {
  if (those.test(id)) return true;
  if (seen.has(id)) return false;
  seen.add(id);
  return sorting.getModuleInfo(id)?.importers.some((by) => isNeededBy(those, by, sorting, seen)) ?? false;
}
