import { messages } from './messages.ts';

/** What the small parts of every page say. */
export const lookMessages = messages({
  'loading.page': 'Loading…',
  'time.hours': '{hours} h {minutes}',
  'time.plusDay': '{days, plural, =1 {+1 day} =-1 {−1 day} other {# days}}',
  'part.lost': 'This part did not come through. It is tried again by itself.',
  'part.broken': 'This part stopped working. It is tried again by itself.',
  'part.anew': 'There is a newer version of this page. Load it again; what you wrote in your question stays.',
  'part.again': 'Try again',
  'part.loadAnew': 'Load the page again',
  'connection.unsure': 'Checking the connection…',
  'connection.stale': 'No connection. What you see is as of {time}.',
  'connection.back': 'Back online.',
  'connection.lost': 'The connection is lost. What you see is as of {time}.',
});
