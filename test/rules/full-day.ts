import { given } from '../world/given.ts';
import { at } from '../world/workshop.ts';
import { questionIn } from './in-status.ts';

/** A day with something of everything: questions in all states, Up next, a stage, sessions that ran and run. */
export function fullDay() {
  const day = given({ autorun: false });
  const of = {
    inReview: questionIn(day, 'inReview'),
    live: questionIn(day, 'live'),
    second: questionIn(day, 'live'),
    shown: questionIn(day, 'live'),
    answered: questionIn(day, 'answered'),
    kept: questionIn(day, 'kept'),
    archived: questionIn(day, 'archived'),
    dismissed: questionIn(day, 'dismissed'),
    merged: questionIn(day, 'merged'),
  };
  for (const question of [of.live, of.second, of.shown])
    day.when('mod', 'question.shortlist', { question, position: 5 });
  day.when('mod', 'stage.show', { room: 'main', show: { kind: 'question', question: of.shown } });
  day.when('bob', 'question.upvote', { question: of.live, on: true });
  day.when('bob', 'report', { question: of.live, why: 'rude' }, { id: 'report-1' });
  day.when('mod', 'announce', { text: 'Lunch', to: 'all' }, { id: 'message-1' });
  day.when('mod', 'session.start', { session: 'opening' }, { at: at('08:00') });
  day.when('mod', 'session.start', { session: 'spotlights', part: 'spot-1' }, { at: at('08:50') });
  day.when('mod', 'session.cancel', { session: 'talk-3' });
  day.when('mod', 'session.move', { session: 'panel', minutes: 5, tell: false });
  day.when('mia', 'programme.tell', {}, { at: at('08:55') });
  day.when('mia', 'session.move', { session: 'panel', minutes: 5, tell: false });
  return { ...day, of };
}
export type FullDay = ReturnType<typeof fullDay>;
