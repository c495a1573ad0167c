import { messages } from '../look/messages.ts';

/** What several screens say of the time, in English. */
export const rundownMessages = messages({
  'clock.jumped': 'The server’s clock jumped to {wall}. The day goes on by {used}.',
  'clock.trust': 'The new time is right',
  'clock.notTrusted': 'Not done: {why}',
});
