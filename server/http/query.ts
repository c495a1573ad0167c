import type { Request } from 'express';

/** A number of the query, as its schema checks it; what is none stays what it is. */
export function numberOf({ query }: Pick<Request, 'query'>, name: string): object {
  const said = query[name];
  return said === undefined
    ? {}
    : { [name]: typeof said === 'string' && /^\d{1,15}$/.test(said) ? Number(said) : said };
}
