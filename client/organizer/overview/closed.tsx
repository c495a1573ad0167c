import type { EventView } from '../../../shared/views/view.ts';
import buttons from '../../look/button.module.css';
import { classes } from '../../look/classes.ts';
import { catalogue } from '../../look/messages.ts';
import { Part } from '../frame/part.tsx';
import { addressOf } from '../frame/places.ts';
import { organizerMessages } from '../messages/messages.en.ts';
import css from './overview.module.css';

const say = catalogue(organizerMessages);

/** What is left to do once an event is closed: take its questions home. */
export function Closed({ event }: { event: EventView }) {
  return (
    <Part title={say('closed.heading')} note={say('export.counters', event.counters)}>
      <div className={css.actions}>
        <a className={classes(buttons.button, buttons.primary)} href={addressOf('export')}>
          {say('export.questions')}
        </a>
      </div>
    </Part>
  );
}
