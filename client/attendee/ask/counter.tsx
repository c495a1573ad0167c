import { questionLimits } from '../../../shared/questions/question.ts';
import { useText } from '../../look/messages.ts';
import { attendeeMessages } from '../messages/attendee.en.ts';
import styles from './composer.module.css';

/** From how many units on the counter shows, and from how many it says that shorter is better. */
const counterFrom = 120;
const longFrom = 160;

/** How long the question is, once that matters. */
export function Counter({ id, units }: { id: string; units: number }) {
  const say = useText(attendeeMessages);
  const { units: limit } = questionLimits;
  const tone = units > limit ? styles.over : units >= longFrom ? styles.long : styles.count;
  const words =
    units > limit
      ? say('ask.over', { units, limit, over: units - limit })
      : units >= counterFrom
        ? say('ask.count', { units, limit })
        : '';
  return (
    <p id={id} className={tone} hidden={words === ''}>
      <output>{words}</output> {units >= longFrom && units <= limit && say('ask.long')}
    </p>
  );
}
