import { messages } from '../look/messages.ts';

/** What the parts about people say: links for others, who came by one, and somebody new at an empty desk. */
export const peopleMessages = messages({
  'role.attendee': 'Attendee',
  'role.speaker': 'Speaker',
  'role.moderator': 'Moderator',
  'role.organizer': 'Organiser',
  'role.projector': 'Screen',
  'link.make': 'Make a link',
  'link.making': 'Making a link…',
  'link.ready': 'The link is ready: {label}.',
  'link.failed': 'No link was made: {why}',
  'link.scan': 'Scan it with the other device’s camera.',
  'link.type': 'Or type',
  'link.codeLeft':
    '{minutes, plural, one {The code holds for one more minute.} other {The code holds for # more minutes.}}',
  'link.codeOver': 'The code is over. The link still works.',
  'link.again': 'New code',
  'link.open': 'Open it here',
  'link.copy': 'Copy the link',
  'link.copied': 'Copied.',
  'link.copyFailed': 'This page may not copy. Mark the link and copy it:',
  'link.address': 'The link',
  'link.unreachable':
    'Other devices cannot reach this server yet: set PUBLIC_URL. This link works on this computer.',
  'invited.none': 'Nobody came by a link yet.',
  'invited.you': 'You',
  'invited.noName': 'No name',
  'invited.nameless': '{role} without a name',
  'invited.here': 'Here now',
  'invited.ago':
    '{minutes, plural, =0 {Last seen less than a minute ago} one {Last seen # minute ago} other {Last seen # minutes ago}}',
  'invited.seenAt': 'at {time}',
  'invited.lastSeen': 'Last seen {day}, {time}',
  'invited.notSeen': 'Not seen since the server started',
  'invited.revoked': 'Revoked',
  'invited.revoke': 'Revoke',
  'invited.revokeNamed': 'Revoke {name}',
  'invited.askTitle': 'Revoke {name}?',
  'invited.ask':
    'They are out within a second, on every device, and their badge never works again. What they did stays. The link that they came by takes nobody new from then on; who is in by it stays, and so do links of screens and of the whole installation. This cannot be undone; a new link lets them in anew.',
  'invited.keep': 'Keep',
  'invited.done': '{name} is out.',
  'invited.failed': 'Not revoked: {why}',
  'takeOver.button': 'Take over with a phone',
  'takeOver.label': 'the desk',
  'takeOver.how': 'Whoever opens this is at the desk at once.',
});
