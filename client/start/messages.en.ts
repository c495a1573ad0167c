import { messages } from '../look/messages.ts';

/** What the pages before an event say. */
export const startMessages = messages({
  'start.title': 'Backrow',
  'start.what': 'Ask, follow and support questions at an event, from the room or from afar.',
  'start.events': 'Events here',
  'start.none': 'No event is listed here yet.',
  'start.noneHelp': 'Whoever runs this server can import one. The address was printed where it was started.',
  'start.unreachable': 'The server could not be reached. Nothing is lost; try again in a moment.',
  'start.again': 'Try again',
  'start.codeLabel': 'Code from the screen, or from a colleague',
  'start.codeGo': 'Go',
  'code.unknown': 'There is no event with the code {code}.',
  'code.unknownHelp':
    'Codes have four to eight characters, without 0, O, 1, I, 2, Z, 5, S and 8. Look at the screen in the room once more.',
  'code.staffUnknown': 'The code {code} opens nothing any more',
  'code.staffHelp':
    'Codes of eight characters hold for ten minutes. Ask whoever gave it to you for a new one, or look once more: none has 0, O, 1, I, 2, Z, 5, S or 8.',
  'code.all': 'See all events',
  'notFound.title': 'There is no such page',
  'notFound.help': 'The address may have lost a piece on its way here.',
  'notFound.home': 'Go to the start page',
  'gate.opening': 'Opening your link…',
  'gate.moderator': 'This page needs a moderator’s link',
  'gate.organizer': 'This page needs an organiser’s link',
  'gate.projector': 'This screen needs a projector’s link',
  'gate.speaker': 'This page needs a speaker’s link',
  'gate.attendee': 'This page could not be opened',
  'gate.help':
    'Ask the organisers for it and open it in this browser once; after that this page opens by itself. Links are printed where the server was started, and anybody who runs it can make one with:',
  'gate.command': 'npx backrow invite {slug} --role {role}',
  'gate.asAttendee': 'Open the audience’s page instead',
  'gate.retry': 'Try again',
  'gate.unknown': 'There is no event “{slug}” here',
  'gate.unknownHelp': 'The link may be for another server, or the event was removed.',
});
