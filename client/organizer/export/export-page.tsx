import download from 'lucide-static/icons/download.svg';
import type { EventView } from '../../../shared/views/view.ts';
import { eventPath } from '../../connection/http.ts';
import buttons from '../../look/button.module.css';
import { classes } from '../../look/classes.ts';
import { Icon } from '../../look/icon.tsx';
import { catalogue } from '../../look/messages.ts';
import { Part } from '../frame/part.tsx';
import { organizerMessages } from '../messages/messages.en.ts';
import css from '../organizer-screen.module.css';

const say = catalogue(organizerMessages);

/** Everything that was asked, and the programme, as files. */
export function ExportPage({ event }: { event: EventView }) {
  const about = eventPath(event.slug);
  return (
    <>
      <Part title={say('export.questions')} note={say('export.counters', event.counters)}>
        <p className={css.buttons}>
          {(['xlsx', 'csv', 'json', 'md'] as const).map((format) => (
            <FileLink
              key={format}
              address={`${about}/export/questions.${format}?as=organizer`}
              name={say(`export.${format}`)}
            />
          ))}
        </p>
        <p className={css.note}>{say('export.anonymous')}</p>
      </Part>
      <Part title={say('export.programme')}>
        <p className={css.buttons}>
          <FileLink address={`${about}/calendar.ics`} name={say('export.calendar')} />
        </p>
      </Part>
    </>
  );
}

function FileLink({ address, name }: { address: string; name: string }) {
  return (
    <a href={address} download className={classes(buttons.button, buttons.plain)}>
      <Icon of={download} />
      {name}
    </a>
  );
}
