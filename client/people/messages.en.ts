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
  'crew.none': 'Nobody came by a link yet.',
  'crew.you': 'You',
  'crew.noName': 'No name',
  'crew.nameless': '{role} without a name',
  'crew.here': 'Here now',
  'crew.ago':
    '{minutes, plural, =0 {Last seen less than a minute ago} one {Last seen # minute ago} other {Last seen # minutes ago}}',
  'crew.seenAt': 'at {time}',
  'crew.lastSeen': 'Last seen {day}, {time}',
  'crew.notSeen': 'Not seen since the server started',
  'crew.revoked': 'Revoked',
  'crew.revoke': 'Revoke',
  'crew.revokeNamed': 'Revoke {name}',
  'crew.askTitle': 'Revoke {name}?',
  'crew.ask':
    'They are out within a second, on every device, and their badge never works again. What they did stays. The link that they came by takes nobody new from then on; who is in by it stays, and so do links of screens and of the whole installation. This cannot be undone; a new link lets them in anew.',
  'crew.keep': 'Keep',
  'crew.done': '{name} is out.',
  'crew.failed': 'Not revoked: {why}',
  'takeOver.button': 'Take over with a phone',
  'takeOver.label': 'the desk',
  'takeOver.how': 'Whoever opens this is at the desk at once.',
});
