import type { RefusalCode } from '../../shared/wire/refusal-codes.ts';
import { messages } from '../look/messages.ts';
import type { Sentence } from './facts.ts';

/**
 * What a refusal says to whoever asks, speaks or comes in: every code that an attendee, a speaker or the first page can
 * meet. `{status}` is one of the words at the end.
 */
export const askerRefusals = messages({
  'question-unknown': 'This question is not here any more.',
  'question-status': 'This question is {status} now.',
  'question-on-screen': 'This question is on the screen now.',
  'question-closed': 'The Q&A is closed.',
  'place-unknown': 'What you asked about is no longer in the programme.',
  'name-needed': 'Questions at this event carry a name. Give yours, then send it again.',
  'slow-mode': '1 question per 2 minutes, please.',
  'own-question': 'This is your own question.',
  'edit-another': 'Only its author can change a question.',
  'withdraw-another': 'Only its author can withdraw a question.',
  'restore-another': 'Only its author can undo this.',
  'answer-elsewhere': 'You can answer questions to you alone.',
  'session-unknown': 'This session is no longer in the programme.',
  'poster-unknown': 'This poster is no longer in the programme.',
  'note-elsewhere': 'Only the speaker of this session or the desk may say this.',
  'note-replaced': 'This message was replaced or taken back.',
  'person-unknown': 'Nothing is kept about you here.',
  'erase-another': 'Only an organiser erases somebody else.',
  'person-revoked': 'Your access was withdrawn. Ask the organisers.',
  'invite-withdrawn': 'This link was withdrawn. Ask the organisers for a new one.',
  'invite-used-up': 'This link was used as often as it may be. Ask the organisers for a new one.',
  'invite-expired': 'This link has expired. Ask the organisers for a new one.',
  'invite-elsewhere': 'This link is not for this event.',
  'invite-installation': 'This is not the link that makes events.',
  'role-may-not': 'Your link does not allow this.',
  'access-withdrawn': 'Your access was withdrawn. Ask the organisers for a new link.',
  'access-expired': 'Your access has expired. Ask the organisers for a new link.',
  banned: 'You can no longer ask or upvote at this event.',
  'no-programme': 'This event has no programme yet.',
  'event-closed': 'This event is closed.',
  'event-unknown': 'There is no such event here.',
  'nothing-here': 'There is nothing here.',
  'id-taken': 'This was sent before.',
  'id-used': 'This was sent before.',
  malformed: 'The server could not read this. Change it and try again.',
  'message-too-large': 'This is too long.',
  'join-first': 'Join this event first.',
  'speaker-needed': 'This page needs a speaker’s link.',
  'moderator-needed': 'This page needs a moderator’s link.',
  'organizer-needed': 'This page needs an organiser’s link.',
  'screen-needed': 'This screen needs its link.',
  'passcode-needed': 'This event asks for a passcode.',
  'passcode-wrong': 'This is not the passcode. Look at it once more.',
  'foreign-origin': 'This address is not the one that the server knows: {expected}.',
  'joins-locked': 'Entry is closed right now. Try again in a little while.',
  'name-of-role': 'This name has a word reserved for those who run the event. Write your name without it.',
  'name-of-staff': 'A moderator or a speaker has this name. Add more of your own name.',
  'too-fast': 'That was a little fast. Try again in a moment.',
  'too-many-guesses': 'Too many tries. Try again in {minutes, plural, one {a minute} other {# minutes}}.',
  'many-joining': 'Many people are joining from here. Try again in a moment.',
  'many-pages': 'This event is open {limit} times in this browser. Close one of the others.',
  'many-connecting': 'Many people are connecting from here. Try again in a moment.',
  starting: 'The server is starting. Try again in a moment.',
  stopping: 'The server is stopping. Try again in a moment.',
  failed: 'Something went wrong at the server. Try again.',
  'rules-failed': 'This could not be done. The organisers have been told.',
  'not-stored': 'The server could not store this just now. Try again in a moment.',
  'event-full':
    'This event is full and can store no more texts. Upvotes still count; for anything else ask the organisers.',
  'event-stopped': 'This event has stopped. Ask the organisers.',
  'newer-rules': 'The server needs an update. Tell the organisers.',
  'log-damaged': 'Nothing is stored at present. Tell the organisers.',
  'log-gone': 'Nothing is stored at present. Tell the organisers.',
}) satisfies Partial<Record<RefusalCode, Sentence>>;

/** The statuses of questions and sessions inside a refusal. */
export const statusWords = messages({
  inReview: 'to be reviewed',
  live: 'open',
  answered: 'answered',
  kept: 'saved for later',
  archived: 'put aside',
  dismissed: 'not selected',
  withdrawn: 'withdrawn by its author',
  merged: 'merged with another',
  upcoming: 'still to come',
  onAir: 'on air',
  ended: 'ended',
  cancelled: 'cancelled',
});

/** Who it was, where no name is known. */
export const somebody = 'A colleague';
