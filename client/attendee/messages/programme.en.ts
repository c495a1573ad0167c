import { messages } from '../../look/messages.ts';

/** What the programme says to the audience, in English: it is loaded with the programme alone. */
export const programmeMessages = messages({
  'programme.heading': 'Programme',
  'programme.day': 'Day',
  'programme.room': 'Room',
  'programme.allRooms': 'All rooms',
  'programme.now': 'Now',
  'programme.next': 'Next',
  'programme.due': 'About to start',
  'programme.ended': 'over',
  'programme.cancelled': 'Cancelled',
  'programme.planned': 'planned',
  'programme.ask': 'Ask',
  'programme.fixed': 'starts at {time} sharp',
  'programme.calendar': 'Add the programme to your calendar',
  'late.about': 'about {minutes} min late',
  'late.minutes': '{minutes} min late',
  'zone.label': 'Times',
  'zone.device': '{city} (this device)',
  'zone.venue': '{city} (venue)',
  'zone.both': '{city} (you and the venue)',
  'zone.chosen': '{city} (chosen)',
  'zone.beside': 'The venue’s time stands beside it.',
  'zone.others': 'Other places',
});
