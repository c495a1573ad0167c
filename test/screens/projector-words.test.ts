import { expect, test } from 'vitest';
import { clockDigits, secondsUntil } from '../../client/look/digits.ts';
import { remaining } from '../../client/stage/clock-text.ts';
import { qrText, typedAddress } from '../../client/stage/join-address.ts';

const second = 1000;
const left = (milliseconds: number) => remaining(0, -milliseconds);

test('a countdown says minutes until the last one, then minutes and seconds', () => {
  expect(left(7.4 * 60 * second)).toEqual({ of: 'minutes', minutes: 8 });
  expect(left(61 * second)).toEqual({ of: 'minutes', minutes: 2 });
  expect(left(60 * second)).toEqual({ of: 'seconds', text: '1:00' });
  expect(left(9.2 * second)).toEqual({ of: 'seconds', text: '0:10' });
  expect(left(0)).toEqual({ of: 'over' });
  expect(left(-80 * second)).toEqual({ of: 'over' });
  expect(remaining(0, -7.4 * 60 * second, true)).toEqual({ of: 'seconds', text: '7:24' });
  expect(left(5.7 * 3600 * second)).toEqual({ of: 'hours', hours: 5, minutes: 42 });
});

test('[X23] a screen that looks once a second shows what others show, at whatever fraction of a second the end lies', () => {
  for (const fraction of [0, 1, 400, 999]) {
    const end = 90 * second + fraction;
    const shown = (at: number) => clockDigits(secondsUntil(end, at));
    for (const tick of [1, 10 * second + 1, 89 * second + 1])
      for (const later of [0, 249, 500, 998]) expect(shown(tick + later)).toBe(shown(tick));
    expect(shown(1)).toBe('1:30');
    expect(shown(89 * second + 1)).toBe('0:01');
  }
});

test('the typed address is the host, and none where nobody can come', () => {
  expect(typedAddress('https://ask.example.org/j/KLM4')).toBe('ask.example.org');
  expect(typedAddress('http://192.168.1.5:3000/j/KLM4')).toBe('192.168.1.5:3000');
  expect(typedAddress(null)).toBeNull();
});

test('[W47] below a path the typed address has the path, and its QR code keeps its letters', () => {
  expect(typedAddress('https://www.uni.example/backrow/j/KLM4')).toBe('uni.example/backrow');
  expect(qrText('https://uni.example/backrow/j/KLM4')).toBe('https://uni.example/backrow/j/KLM4');
});

test('a QR code is in capitals where that means the same', () => {
  expect(qrText('https://ask.example.org/j/KLM4')).toBe('HTTPS://ASK.EXAMPLE.ORG/J/KLM4');
  expect(qrText('https://example.org/Events/j/KLM4')).toBe('https://example.org/Events/j/KLM4');
  expect(qrText('https://example.org/j/KLM4?key=aB')).toBe('https://example.org/j/KLM4?key=aB');
});
