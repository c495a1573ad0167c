/** What several screens say of the time, in English. */
export const rundownMessages = {
  'clock.jumped': 'The server’s clock jumped to {wall}. The day goes on by {used}.',
  'clock.trust': 'The new time is right',
  'clock.notTrusted': 'Not done: {why}',
} as const;
