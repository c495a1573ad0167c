/** Most things of one sort that are said one by one, and most places that are named of the others. */
export const mostOfASort = 10;
const mostPlaces = 100;

/** What is said of all things of a sort beyond the first ten: how many, and where they stand. */
export function andMore(places: readonly string[]): string {
  return `And ${places.length} more of these: ${placesOf(places)}.`;
}

/** Places in a row, each once, at most a hundred of them. */
export function placesOf(places: readonly string[]): string {
  const each = [...new Set(places)];
  const some = each.slice(0, mostPlaces).join(', ');
  return each.length > mostPlaces ? `${some} and ${each.length - mostPlaces} more` : some;
}
