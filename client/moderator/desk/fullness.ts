import { catalogue } from '../../look/messages.ts';
import { deskMessages } from '../messages/desk.en.ts';

const say = catalogue(deskMessages);

/** What the desk says of how full its event is, in percent; null where there is nothing to say. */
export function filledText(percent: number | null | undefined): string | null {
  if (percent == null) return null;
  return percent >= 100 ? say('desk.full') : say('desk.filled', { percent });
}
