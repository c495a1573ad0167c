import { catalogue } from '../../look/messages.ts';
import { Segmented } from '../../look/segmented.tsx';
import { deskMessages } from '../messages/desk.en.ts';
import css from './desk.module.css';
import type { DeskPart } from './desk-part.ts';

const say = catalogue(deskMessages);

/** On a phone: which part of the desk is in sight. */
export function PartTabs({
  part,
  review,
  queue,
  onPart,
}: {
  part: DeskPart;
  /** How many are to be reviewed, and how many are open. */
  review: number;
  queue: number;
  onPart: (part: DeskPart) => void;
}) {
  return (
    <div className={css.parts}>
      <Segmented
        label={say('desk.tabs')}
        value={part}
        options={[
          { value: 'review', label: say('desk.tab.review', { count: review }) },
          { value: 'queue', label: say('desk.tab.queue', { count: queue }) },
          { value: 'screen', label: say('desk.tab.screen') },
        ]}
        onChange={onPart}
      />
    </div>
  );
}
