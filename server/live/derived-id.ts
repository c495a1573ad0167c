import { v5 } from 'uuid';

/** Within what ids are derived: a UUID of Backrow's own, chosen once. */
const namespace = '495b4ca6-d5da-4bf3-99e7-eabdeab35b4b';

/**
 * The id of an entry that the server makes by itself, from the words that say which it is: the same words, the same id, so
 * that any number of nodes and tries make one entry. A UUID of version 5.
 */
export function derivedId(words: string): string {
  return v5(words, namespace);
}
