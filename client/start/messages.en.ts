import { messages } from '../look/messages.ts';

/** What the pages before an event say. */
export const startMessages = messages({
  'start.title': 'Backrow',
  'start.what': 'Ask and upvote questions at an event, from the room or remotely.',
  'start.events': 'Events on this server',
  'start.today': 'Today',
  'start.past': '{count, plural, one {# past event} other {# past events}}',
  'start.noneAhead': 'No event is ahead.',
  'start.newEvent': 'New event',
  'start.none': 'No event is listed here yet.',
  'start.noneHelp':
    'Whoever runs this server can make one: the address to do so was printed where the server was started.',
  'start.unreachable': 'The server could not be reached. Nothing is lost; try again in a moment.',
  'start.again': 'Try again',
  'start.codeLabel': 'Code from the screen, or from a colleague',
  'start.codeGo': 'Join',
  'start.codeMissing': 'Type the code first. It is on the screen in the room.',
  'start.codeTooMany': 'Too many tries from here. Wait a moment, then try again.',
  'code.unknown': 'There is no event with the code {code}.',
  'code.unknownHelp':
    'Codes have four to eight characters, without 0, O, 1, I, 2, Z, 5, S and 8. Look at the screen in the room once more.',
  'code.staffUnknown': 'The code {code} has expired',
  'code.staffHelp':
    'Codes of eight characters are valid for ten minutes. Ask whoever gave it to you for a new one, or look once more: none has 0, O, 1, I, 2, Z, 5, S or 8.',
  'code.all': 'See all events',
  'notFound.title': 'There is no such page',
  'notFound.help': 'The address may have lost a piece on its way here.',
  'notFound.home': 'Go to the start page',
  'gate.opening': 'Opening your link…',
  'gate.moderator': 'This page needs a moderator’s link',
  'gate.organizer': 'This page needs an organiser’s link',
  'gate.projector': 'This screen needs its link',
  'gate.speaker': 'This page needs a speaker’s link',
  'gate.attendee': 'This page could not be opened',
  'gate.help':
    'Ask the organisers for your link, and open it in this browser once. After that, this page opens without it.',
  'gate.once': 'Open the new link in this browser once. After that, this page opens without it.',
  'gate.broken': 'This link is incomplete; copy it whole.',
  'gate.brokenHelp':
    'Part of it was lost or changed on its way. Copy it once more from where you got it, up to its last character; if that does not help, ask for a new one.',
  'gate.runs': 'For whoever runs the server',
  'gate.runsHelp': 'Links are printed where the server was started. This command makes one:',
  'gate.command': 'npx backrow invite {slug} --role {role}',
  'gate.asAttendee': 'Go to the audience’s page',
  'gate.retry': 'Try again',
  'gate.unknown': 'There is no event “{slug}” here',
  'gate.unknownHelp': 'The link may be for another server, or the event was removed.',
});
