import { messages } from '../../look/messages.ts';

/** What the desk says about a stage that floats over slides, in English. */
export const floatMessages = messages({
  'float.open': 'Float over slides',
  'float.close': 'Close the floating stage',
  'float.title': 'Stage of {room}',
  'float.refused': 'The browser did not open the window. Press again.',
});
