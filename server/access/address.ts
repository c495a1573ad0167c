import { isIP, isIPv4, SocketAddress } from 'node:net';

/**
 * An address in the one spelling under which it is counted, trusted and compared; null where it is none. IPv6 is in small
 * letters and its shortest form, without brackets, port and zone; IPv4 is without a port, also where it was written as IPv6.
 */
export function plainAddress(written: string): string | null {
  const bare = withoutPort(written.trim()).replace(/%.*$/, '');
  const family = isIP(bare);
  if (family === 0) return null;
  if (family === 4) return bare;
  const { address } = new SocketAddress({ address: bare, family: 'ipv6' });
  const four = /^::ffff:([\d.]+)$/.exec(address)?.[1];
  return four !== undefined && isIPv4(four) ? four : address;
}

/** Whether an address is this computer's own, in whatever spelling. */
export function isLoopback(written: string): boolean {
  return /^(127\.|::1$)/.test(plainAddress(written) ?? '');
}

/** The /64 of a plain IPv6 address, which is what one household or phone has; an IPv4 address as it is. */
export function householdOf(plain: string): string {
  if (isIPv4(plain)) return plain;
  const [head = '', tail] = plain.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  return [...left, ...Array.from({ length: zeros }, () => '0'), ...right].slice(0, 4).join(':');
}

/** A network in the spelling of `plainAddress`, `10.0.0.0/8`: one of IPv4 that is written as IPv6 is one of IPv4. */
export function plainNetwork(written: string): { address: string; prefix: number } | null {
  const [network = '', bits] = written.trim().split('/');
  const address = plainAddress(network);
  if (address === null) return null;
  const whole = isIPv4(address) ? 32 : 128;
  if (bits === undefined) return { address, prefix: whole };
  return { address, prefix: Number(bits) - (isIPv4(address) && !isIPv4(network) ? 96 : 0) };
}

/** `[2001:db8::1]:443`, `[2001:db8::1]` and `10.0.0.1:5000` without what is around the address. */
function withoutPort(written: string): string {
  const bracketed = /^\[([^\]]*)\](?::\d{1,5})?$/.exec(written)?.[1];
  return bracketed ?? /^(\d+\.\d+\.\d+\.\d+):\d{1,5}$/.exec(written)?.[1] ?? written;
}
