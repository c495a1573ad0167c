import { describe, expect, it } from 'vitest';
import { isLoopback, plainAddress } from '../../server/access/address.ts';
import { Limits } from '../../server/access/limits.ts';
import { addressOf } from '../../server/access/origin.ts';
import { model } from '../../shared/model.ts';
import { openWorld } from '../world/world.ts';

/** Addresses, each with ways in which a proxy or a system may write it. */
const spellings: Record<string, string[]> = {
  '10.0.0.1': [
    '10.0.0.1',
    '10.0.0.1:5000',
    '::ffff:10.0.0.1',
    '::FFFF:10.0.0.1',
    '::ffff:a00:1',
    '0:0:0:0:0:ffff:0a00:0001',
    '[::ffff:10.0.0.1]:443',
    ' 10.0.0.1 ',
  ],
  '2001:db8::1': [
    '2001:db8::1',
    '2001:DB8::1',
    '2001:0db8:0000:0000:0000:0000:0000:0001',
    '2001:db8:0:0:0:0:0:1',
    '[2001:db8::1]',
    '[2001:db8::1]:443',
    '2001:db8::0:1',
    '[2001:DB8:0::1]:65535',
  ],
  'fe80::1': ['fe80::1%eth0', 'fe80::1%25eth0', '[fe80::1%eth0]:80', 'FE80:0::1'],
  '::1': ['::1', '0:0:0:0:0:0:0:1', '[::1]:3000', '::1%lo'],
};

describe.each(Object.entries(spellings))('[W63] the address %s', (plain, written) => {
  it.each(written)('is read from %s', (each) => expect(plainAddress(each)).toBe(plain));
});

it('[W63] reads nothing else as an address', () => {
  for (const text of [
    '',
    'unknown',
    '_hidden',
    '10.0.0',
    '10.0.0.1.2',
    '1::2::3',
    '[::1',
    'fe80::1:80:::',
    '010.0.0.1',
    '10.0.0.256',
  ])
    expect(plainAddress(text), text).toBeNull();
});

it('[W63] knows this computer by any spelling', () => {
  for (const each of [
    '127.0.0.1',
    '127.9.9.9',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '0:0:0:0:0:0:0:1',
  ])
    expect(isLoopback(each), each).toBe(true);
  for (const each of ['10.0.0.1', '::ffff:10.0.0.1', '::', '1::1', 'localhost', ''])
    expect(isLoopback(each), each).toBe(false);
});

it('[W63] counts one address as one, however it is written, and a /64 as one', () => {
  for (const written of [
    ['203.0.113.7', '::ffff:203.0.113.7', '203.0.113.7:1234', '::ffff:cb00:7107', '[::ffff:203.0.113.7]:8'],
    [
      '2001:db8:1:7::1',
      '2001:DB8:1:7::2',
      '[2001:db8:1:7::3]:443',
      '2001:0db8:0001:0007:0:0:0:4',
      '2001:db8:1:7:ffff::5%eth0',
    ],
    ['2001:db8::1', '2001:db8:0:0:1::2', '2001:0db8:0:0:ffff:ffff:ffff:ffff'],
    ['unknown', '_hidden', 'for=nobody'],
  ]) {
    const limits = new Limits(model, []);
    for (let count = 0; count < 20; count += 1)
      expect(limits.address('guess', written[count % written.length] ?? '')).toBeNull();
    for (const each of written) {
      expect(limits.address('guess', each), each).not.toBeNull();
      expect(limits.guessedTooOften(each), each).not.toBeNull();
    }
    expect(limits.guessedTooOften('203.0.113.8')).toBeNull();
    expect(limits.guessedTooOften('2001:db8:1:8::1')).toBeNull();
  }
});

it('[W63] trusts a network by any spelling of it and of who is in it', () => {
  const limits = new Limits(model, [
    '198.51.100.0/24',
    '::ffff:192.0.2.0/120',
    '2001:DB8:0002::/48',
    '2001:db8:9::9',
  ]);
  const often = (address: string) => {
    for (let count = 0; count < 20; count += 1) limits.address('guess', address);
    return limits.address('guess', address) !== null;
  };
  for (const trusted of [
    ...['198.51.100.9', '::ffff:198.51.100.9', '::ffff:c633:6409', '198.51.100.9:80'],
    ...['192.0.2.77', '::ffff:192.0.2.77', '2001:db8:2:1::9', '[2001:DB8:2::1]:80', '2001:db8:9:0::9'],
    ...['127.0.0.1', '::ffff:127.0.0.1', '::1', '0:0:0:0:0:0:0:1'],
  ])
    expect(often(trusted), trusted).toBe(false);
  for (const other of ['198.51.101.9', '192.0.3.1', '2001:db8:3::1', '2001:db8:9::8', '::2'])
    expect(often(other), other).toBe(true);
});

it('[W63] finds who is behind proxies that write ports, brackets and IPv4 as IPv6', () => {
  const trusted = (address: string) => address.startsWith('10.') || address === '2001:db8::9';
  const from = (remoteAddress: string, forwarded: string) =>
    addressOf({ headers: { 'x-forwarded-for': forwarded }, socket: { remoteAddress } }, trusted);
  expect(from('::ffff:10.0.0.1', '203.0.113.7:5000')).toBe('203.0.113.7');
  expect(from('10.0.0.1', '203.0.113.7, 10.0.0.2:80, [2001:DB8:0::9]:443')).toBe('203.0.113.7');
  expect(from('10.0.0.1', '2001:db8:0:0::7, ::ffff:a00:2')).toBe('2001:db8::7');
  expect(from('203.0.113.9', '10.0.0.1')).toBe('203.0.113.9');
});

it('[W63] counts the same over HTTP behind proxies, whatever stands around an address', async () => {
  const world = await openWorld({ passcode: 'open sesame', env: { TRUST_PROXY: 'loopback, 10.0.0.0/8' } });
  const join = async (forwarded: string) =>
    (
      await world.at('/join', {
        body: { attendance: 'remote', passcode: 'wrong' },
        headers: { 'x-forwarded-for': forwarded },
      })
    ).status;
  const ways = [
    '2001:db8:1:7::1',
    '[2001:DB8:1:7::2]:443',
    '2001:db8:1:7::3, 10.0.0.1:5000',
    '2001:db8:1:7::4, ::ffff:10.9.9.9',
  ];
  const seen: number[] = [];
  for (let count = 0; count < 21; count += 1) seen.push(await join(ways[count % ways.length] ?? ''));
  expect(seen).toEqual([...Array.from({ length: 20 }, () => 403), 429]);
  expect(await join('2001:db8:1:8::1')).toBe(403);
});
