import { messages } from '../look/messages.ts';

/** What a display says to whoever sets it up, in English. */
export const projectorMessages = messages({
  'display.page': 'Screen',
  'display.noLink': 'This screen needs its link.',
  'display.noLinkHow': 'Open it from the desk: Open screen.',
  'display.unnamed': 'New screen',
  'display.waiting': 'Waiting to be assigned',
  'display.how': 'At the desk, open Screens and find these four digits.',
  'check.fullscreen': 'Fills the screen',
  'check.window': 'In a window: press any key to fill the screen',
  'check.awake': 'Keeps the screen awake by itself',
  'check.sleeps': 'Without https it cannot keep the screen awake: set this computer never to sleep',
  'check.size': '{width} × {height} pixels',
  'check.small': '{width} × {height} pixels: small for a room',
  'check.clock': 'Clock agrees with the server',
  'check.seconds': '{seconds, plural, one {# second} other {# seconds}}',
  'check.minutes': '{minutes, plural, one {# minute} other {# minutes}}',
  'check.slow': 'Clock is {by} slow; countdowns are right all the same',
  'check.fast': 'Clock is {by} fast; countdowns are right all the same',
  'check.cursor': 'Cursor is hidden',
});
