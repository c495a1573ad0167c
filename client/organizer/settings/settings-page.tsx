import type { EventView } from '../../../shared/views/view.ts';
import { catalogue } from '../../look/messages.ts';
import { Part } from '../frame/part.tsx';
import { settingsMessages } from '../messages/settings.en.ts';
import css from '../organizer-screen.module.css';
import type { ProgrammeDraft } from '../programme/use-programme.ts';
import { CloseEvent } from './close-event.tsx';
import { EntrySettings } from './entry-settings.tsx';
import { EventFields } from './event-fields.tsx';
import { LabelSettings } from './label-settings.tsx';
import { LookSettings } from './look-settings.tsx';
import { QuestionSettings } from './question-settings.tsx';
import { RoomsEditor } from './rooms-editor.tsx';
import own from './settings-page.module.css';

const say = catalogue(settingsMessages);

/** What holds for the whole event: its facts and rooms, which wait to be published, and its rules, which hold at once. */
export function SettingsPage({ event, programme }: { event: EventView; programme: ProgrammeDraft }) {
  const { loaded, change, outlook } = programme;
  const problems = outlook?.of === 'wrong' ? outlook.problems.filter(({ session }) => session === null) : [];
  return (
    <>
      <Part folds title={say('settings.event')} note={say('settings.waits')}>
        {loaded === null ? (
          <p className={css.note}>{say('settings.loading')}</p>
        ) : (
          <>
            <EventFields
              key={`event ${loaded.version}`}
              draft={loaded.draft}
              problems={problems}
              onEdit={change}
            />
            <RoomsEditor
              key={`rooms ${loaded.version}`}
              draft={loaded.draft}
              problems={problems}
              onEdit={change}
            />
          </>
        )}
      </Part>
      <QuestionSettings event={event} />
      <div className={own.pair}>
        <EntrySettings event={event} />
        <LabelSettings event={event} />
      </div>
      <LookSettings event={event} />
      <CloseEvent closed={event.closed} />
    </>
  );
}
