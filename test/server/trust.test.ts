import { expect, it } from 'vitest';
import { trustOf } from '../../server/access/trust.ts';

it.each([
  ['nobody unless told', undefined, '127.0.0.1', 0, false],
  ['the nearest of one proxy', 1, '203.0.113.9', 0, true],
  ['not the one behind it', 1, '203.0.113.9', 1, false],
  ['an address of a network', ['10.0.0.0/8'], '10.1.2.3', 0, true],
  ['the same written as IPv6', ['10.0.0.0/8'], '::ffff:10.1.2.3', 0, true],
  ['an IPv4 address by its network written as IPv6', ['::ffff:10.0.0.0/104'], '10.1.2.3', 0, true],
  ['an IPv6 address of a network', ['2001:db8::/32'], '2001:db8::1', 3, true],
  ['no address of another network', ['10.0.0.0/8', '2001:db8::/32'], '11.0.0.1', 0, false],
  ['this computer by its name', ['loopback'], '::1', 0, true],
  ['a private network by its name', ['loopback', 'uniquelocal'], '192.168.7.7', 0, true],
  ['nothing that is no address', ['loopback'], 'localhost', 0, false],
])('[W22] trusts %s', (_, proxies, address, hop, trusted) => {
  expect(trustOf(proxies)(address, hop)).toBe(trusted);
});
