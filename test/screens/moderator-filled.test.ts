import { expect, test } from 'vitest';
import { filledText } from '../../client/moderator/desk/fullness.ts';

test('[W66] the desk says how full an event is that is nearly full, and when it takes no more texts', () => {
  expect(filledText(undefined)).toBeNull();
  expect(filledText(null)).toBeNull();
  expect(filledText(80)).toBe(
    'This event is 80 % full. When it is full, it accepts no more texts from the audience.',
  );
  expect(filledText(100)).toMatch(/^This event is full: .* no more texts from the audience\.$/);
});
