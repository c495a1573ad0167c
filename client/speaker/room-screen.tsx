import { homeOf } from '../../shared/rundown/home.ts';
import type { View } from '../../shared/views/view.ts';
import { catalogue } from '../look/messages.ts';
import { Mirror } from '../stage/mirror.tsx';
import type { StageSource } from '../stage/scene.ts';
import { onScreen } from './facts.ts';
import { speakerMessages } from './messages.en.ts';
import css from './speaker.module.css';

const say = catalogue(speakerMessages);

/** What stands on the screen of the room now: the wall in small, and in words. */
export function RoomScreen({ view }: { view: View }) {
  const source = sourceOf(view);
  const screen = onScreen(view);
  return (
    <section className={css.card} aria-labelledby="screen-title">
      <h2 id="screen-title">{say('screen.heading')}</h2>
      {source && screen.kind !== 'otherQuestion' && <Mirror source={source} label={say('screen.mirror')} />}
      {screen.kind === 'question' ? (
        <>
          <p className="unseen" dir="auto">
            {screen.question.text ?? say('screen.spoken')}
          </p>
          <p className={css.how}>
            {screen.question.n !== null && say('screen.question', { n: String(screen.question.n) })}
            {screen.question.author && ` · ${say('screen.asks', { name: screen.question.author.name })}`}
          </p>
        </>
      ) : (
        <p className={css.how} dir="auto">
          {screen.kind === 'message' ? screen.text : say(`screen.${screen.kind}`)}
        </p>
      )}
    </section>
  );
}

/** The stage of the speaker's room, in the words of the stage itself; null before anything is known of it. */
function sourceOf(view: View): StageSource | null {
  const { event, session, stage = null, sessions = {} } = view;
  if (!event) return null;
  const screen = onScreen(view);
  const shown = screen.kind === 'question' ? screen.question : null;
  const home = shown && homeOf(shown).session;
  return {
    event,
    room: event.rooms.find(({ id }) => id === session?.room) ?? null,
    stage,
    question: shown && { ...shown, session: home, part: home === shown.session ? shown.part : null },
    sessions,
  };
}
