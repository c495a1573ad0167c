import { afterAll, beforeAll } from 'vitest';
import { People } from './people.ts';
import { ServerProcess } from './server-process.ts';

/** A server with the demo and a browser for its people, for the tests of one `describe`; both are gone afterwards. */
export function journey(flags: readonly string[] = []): { server: ServerProcess; people: () => People } {
  const server = new ServerProcess();
  let people: People | null = null;
  beforeAll(async () => {
    await server.start();
    people = await People.arrive(...flags);
  });
  afterAll(async () => {
    await server.remove(people);
  });
  return {
    server,
    people: () => {
      if (!people) throw new Error('Nobody is here yet');
      return people;
    },
  };
}
