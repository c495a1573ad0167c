/** What the small parts of every page say. */
export const lookMessages = {
  'loading.page': 'Loading…',
  'time.plusDay': '{days, plural, =1 {+1 day} =-1 {−1 day} other {# days}}',
  'connection.unsure': 'Checking the connection…',
  'connection.stale': 'No connection. What you see is as of {time}.',
  'connection.back': 'Back online.',
  'connection.lost': 'The connection is lost. What you see is as of {time}.',
} as const;
