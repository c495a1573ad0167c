import { expect, test } from 'vitest';
import { typedTime } from '../../client/rundown/typed-time.ts';

test.for([
  ['14:30', '14:30'],
  ['9:05', '09:05'],
  [' 09.05 ', '09:05'],
  ['0905', '09:05'],
  ['930', '09:30'],
  ['21h15', '21:15'],
  ['7', '07:00'],
  ['0:00', '00:00'],
  ['23:59', '23:59'],
  ['2:30 PM', '14:30'],
  ['2.30 p.m.', '14:30'],
  ['12:00 am', '00:00'],
  ['12:15pm', '12:15'],
  ['12 pm', '12:00'],
  ['１４：３０', '14:30'],
])('a time of day is read however it is written: %s', ([text = '', time = '']) => {
  expect(typedTime(text)).toBe(time);
});

test.for(['', 'soon', '24:00', '9:60', '13 pm', '0 am', '9:5', '12345', '-1', '9:30 x'])(
  'what is no time of day is none: “%s”',
  (text) => {
    expect(typedTime(text)).toBeNull();
  },
);
