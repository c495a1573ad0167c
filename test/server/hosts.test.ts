// `HOST` in every notation: what is printed, kept and opened is an address that somebody can open.
import { readFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { doorOf, hostInLink, originsOf } from '../../server/access/addresses.ts';
import { dayFile, Site } from '../cli/site.ts';
import { Built } from '../world/built.ts';

/** Whether this computer speaks IPv6 at all; where it does not, a server says so in a sentence. */
const six = Object.values(networkInterfaces()).some((list) => list?.some(({ address }) => address === '::1'));

let site: Site;
beforeEach(() => {
  site = new Site();
});
afterEach(() => site.remove());

test.each([
  ['127.0.0.1', '127.0.0.1'],
  ['ask.example.org', 'ask.example.org'],
  ['::', '[::]'],
  ['::1', '[::1]'],
  ['2001:db8::7', '[2001:db8::7]'],
  ['fe80::1%eth0', '[fe80::1%25eth0]'],
])('[W46] %s stands in a link as %s, and a connection finds it again', (host, inLink) => {
  expect(hostInLink(host)).toBe(inLink);
  expect(doorOf(`http://${inLink}:3422/e/demo`)).toEqual({ secure: false, host, port: 3422 });
  expect(doorOf(`https://${inLink}`)).toEqual({ secure: true, host, port: 443 });
});

test.each([
  ['::', 'http://127.0.0.1:3422'],
  ['0:0:0:0:0:0:0:0', 'http://127.0.0.1:3422'],
  ['::ffff:0.0.0.0', 'http://127.0.0.1:3422'],
  ['0.0.0.0', 'http://127.0.0.1:3422'],
  ['::1', 'http://[::1]:3422'],
  ['::1%lo', 'http://[::1%25lo]:3422'],
  ['fe80::1%eth0', 'http://[fe80::1%25eth0]:3422'],
  ['2001:db8::7', 'http://[2001:db8::7]:3422'],
])('[W46] a server on %s is at %s for this computer', (host, here) => {
  expect(originsOf('http', host, 3422, []).here).toBe(here);
});

test.each([
  '::1',
  '0:0:0:0:0:0:0:1',
  '::ffff:127.0.0.1',
  '127.1.2.3',
  'localhost',
  'LocalHost',
  'fe80::1%eth0',
])('[W46] nobody else is given a link to %s', (host) => {
  expect(originsOf('http', host, 3422, []).people).toBeNull();
  expect(originsOf('http', host, 3422, ['https://ask.example.org']).people).toBe('https://ask.example.org');
});

test('[W46] nobody else is given a name that stands for this computer alone', () => {
  for (const bound of ['127.0.1.1', '::1', 'fe80::1%eth0'])
    expect(originsOf('http', 'seminar-pc', 3422, [], bound).people).toBeNull();
  expect(originsOf('http', 'seminar-pc', 3422, [], '10.0.0.7').people).toBe('http://seminar-pc:3422');
  expect(originsOf('http', '0.0.0.0', 3422, []).people).toBe(
    originsOf('http', '0.0.0.0', 3422, [], '127.0.0.1').people,
  );
});

test('[W46] an address of the network is a link in brackets for everybody', () => {
  expect(originsOf('https', '2001:db8::7', 443, []).people).toBe('https://[2001:db8::7]:443');
});

test('[W46] HOST=:: prints an address that opens', async () => {
  const server = new Built({ DATA_DIR: site.dataDir, HOST: '::' });
  if (!six) {
    expect(await server.exit()).toBe(1);
    return expect(server.errors).toMatch(
      /^HOST :: is no address that this computer can listen on \(\w+\)\..*\n$/,
    );
  }
  const printed = await server.origin();
  expect(printed).toMatch(/^http:\/\/\[::\]:\d+$/);
  return expect((await fetch(`${printed}/healthz`)).status).toBe(200);
});

test.each(['[::1]', '0:0:0:0:0:0:0:1', '::1%lo', 'localhost'])(
  '[W46] the command line finds a server on HOST=%s, and makes links to where it is',
  async (HOST) => {
    Object.assign(site.env, { HOST, SECRET: 'a secret of sixteen' });
    if (!six && HOST !== 'localhost') return expect(site.serve()).rejects.toThrow(`HOST`);
    const here = await site.serve();
    expect(here).toMatch(/^http:\/\/(\[[0-9a-f:]+(%25lo)?\]|127[.0-9]+):\d+$/);
    expect(JSON.parse(readFileSync(join(site.dataDir, 'lock'), 'utf8'))).toMatchObject({ address: here });
    // A zone, which `fetch` cannot say, is dialled as the command line does it.
    if (!here.includes('%')) expect((await fetch(`${here}/healthz`)).status).toBe(200);
    expect(await site.run('import', site.file('day.yaml', dayFile()))).toMatchObject({ code: 0, err: '' });
    const { link } = await site.json('invite', 'day', '--role', 'moderator');
    return expect(link.startsWith(`${here}/e/day/desk#`)).toBe(true);
  },
);
