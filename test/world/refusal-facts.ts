import type { RefusalCode } from '../../shared/wire/refusal-codes.ts';
import type { Refusal } from '../../shared/wire/refusals.ts';

/** The facts that come with each code whose sentence names some, as whoever refuses gives them. */
export const refusalFacts: Partial<Record<RefusalCode, Omit<Refusal, 'ok' | 'reason' | 'code'>>> = {
  'question-status': { now: { status: 'withdrawn' } },
  'merge-target': { now: { status: 'kept' } },
  'slow-mode': { of: 'slowMode', retryAfterMs: 89_500 },
  'session-not-due': { now: { status: 'upcoming', expectedStart: '2026-04-26T12:05:00.000Z' } },
  'move-before': { now: { expectedStart: '2026-04-26T12:05:00.000Z' } },
  'session-over': { now: { status: 'cancelled' } },
  'correction-too-far': { now: {}, limit: 12 },
  'programme-elsewhere': { of: 'slug', now: { slug: 'workshop' } },
  'displays-full': { now: { displays: 200 }, limit: 200 },
  'colleague-changed': { by: { name: 'Ada' }, at: '2026-04-26T12:05:00.000Z', now: {} },
  'undo-changed-by': { of: 'undo', by: { name: null }, at: '2026-04-26T12:05:00.000Z', now: { seq: 7 } },
  malformed: { issues: [{ path: 'on', message: 'expected a boolean' }] },
  'accent-too-light': { of: 'accent', limit: 4.5 },
  'logo-too-large': { limit: 100 },
  'message-too-large': { limit: 16_384 },
  'file-too-large': { now: { megabytes: 6 }, limit: 5 },
  'file-error': { issues: [{ path: 'title', line: 3, message: 'The title is missing.' }] },
  'file-errors': {
    issues: [
      { path: 'title', message: 'The title is missing.' },
      { path: 'slug', message: 'The slug is missing.' },
    ],
  },
  'slug-taken': { of: 'slug', now: { slug: 'workshop' } },
  'no-such-event': { now: { event: 'nope', events: ['demo', 'workshop'] } },
  'no-event-yet': { now: { event: 'nope' } },
  'foreign-origin': { of: 'origin', expected: ['https://a.example', 'https://b.example'] },
  'many-pages': { limit: 8, retryAfterMs: 30_000 },
  'too-many-guesses': { retryAfterMs: 90_000 },
  'newer-rules': { now: { seq: 12, rules: 9 } },
  'log-gone': { now: { trouble: 'backrow.db was removed while the server ran' } },
  'log-kept': { now: { slug: 'workshop', trouble: 'The disk is full' } },
  'log-damaged': { now: { slug: 'workshop', damage: 'entry 3' } },
};
