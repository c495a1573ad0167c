import { messages } from '../../look/messages.ts';

/** What the programme says to the audience, in English: it is loaded with the programme alone. */
export const programmeMessages = messages({
  'programme.heading': 'Programme',
  'programme.show': 'Show',
  'programme.everything': 'Everything',
  'programme.starred': 'Starred',
  'programme.noStars': 'Nothing is starred here. Open a session to star it on this device.',
  'programme.toNow': 'Now',
  'programme.now': 'Now',
  'programme.next': 'Next',
  'programme.due': 'About to start',
  'programme.ended': 'ended',
  'programme.cancelled': 'Cancelled',
  'programme.planned': 'planned',
  'programme.ask': 'Ask',
  'programme.fixed': 'fixed start {time}',
  'programme.star': 'Star {title}',
  'programme.dayHere': '{mine} ({venue} at the venue)',
  'programme.calendar': 'Add the programme to your calendar',
  'programme.zone': 'Times in {city}. Venue time shown next to yours.',
  'programme.zoneVenue': 'Times in {city}, where the venue is.',
  'late.about': 'about {minutes} min late',
  'late.minutes': '{minutes} min late',
});
