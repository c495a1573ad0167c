import download from 'lucide-static/icons/download.svg';
import { useState } from 'react';
import type { EventView } from '../../../shared/views/view.ts';
import { eventPath } from '../../connection/http.ts';
import { readProgramme } from '../../connection/import-requests.ts';
import buttons from '../../look/button.module.css';
import { Button } from '../../look/button.tsx';
import { classes } from '../../look/classes.ts';
import { Icon } from '../../look/icon.tsx';
import { catalogue } from '../../look/messages.ts';
import { staffSentence } from '../../refusals/staff.ts';
import { Part } from '../frame/part.tsx';
import { organizerMessages } from '../messages/messages.en.ts';
import css from '../organizer-screen.module.css';
import { download as save } from '../overview/qr-files.ts';

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
        <p className={css.note}>
          {say('export.anonymous')} {say('export.words')}
        </p>
      </Part>
      <Part title={say('export.programme')}>
        <p className={css.buttons}>
          <FileLink address={`${about}/calendar.ics`} name={say('export.calendar')} />
          <EventFile slug={event.slug} />
        </p>
        <p className={css.note}>{say('export.eventHow')}</p>
      </Part>
    </>
  );
}

/** [W42] The event as a file that can be imported again. */
function EventFile({ slug }: { slug: string }) {
  const [problem, setProblem] = useState<string | null>(null);
  const give = async () => {
    const answer = await readProgramme(slug);
    setProblem(answer.ok ? null : say('export.eventNot', { why: staffSentence(answer.refusal) }));
    if (answer.ok)
      save(
        new Blob([`${JSON.stringify(answer.value.file, null, 2)}\n`], { type: 'application/json' }),
        `${slug}.json`,
      );
  };
  return (
    <>
      <Button onClick={() => void give()}>
        <Icon of={download} />
        {say('export.event')}
      </Button>
      {problem !== null && <span role="alert">{problem}</span>}
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
