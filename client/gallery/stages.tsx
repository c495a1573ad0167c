import { plainLook, type StageLook } from '../stage/look.ts';
import type { Scene } from '../stage/scene.ts';
import { Stage } from '../stage/stage.tsx';
import css from './gallery.module.css';
import { at, event, scenes } from './sample-day.ts';

const looks: readonly StageLook[] = [
  plainLook,
  { ...plainLook, theme: 'light' },
  { ...plainLook, background: 'transparent', seconds: true, layout: 'lower-third' },
  { ...plainLook, background: 'transparent', layout: 'side' },
  { ...plainLook, background: 'transparent', layout: 'corner' },
];

/** Scenes that are drawn where the screen is shared. */
const shared: ReadonlySet<Scene['kind']> = new Set([
  'question',
  'message',
  'qa-invite',
  'join',
  'timer',
  'test',
]);

/** Whether a scene that is here for its sizes alone stands here already, in the first look. */
function doubled(name: string, look: StageLook): boolean {
  return name.endsWith('on time') && look !== plainLook;
}

/** Every scene of a stage in its looks; those that share the screen stand before a picture. */
export function Stages() {
  return (
    <section className={css.stages}>
      {looks.flatMap((look) =>
        Object.entries(scenes)
          .filter(([name, { kind }]) => (look.layout === 'full' || shared.has(kind)) && !doubled(name, look))
          .map(([name, scene]) => (
            <Wall key={`${look.layout} ${look.theme} ${name}`} name={name} scene={scene} look={look} />
          )),
      )}
    </section>
  );
}

function Wall({ name, scene, look }: { name: string; scene: Scene; look: StageLook }) {
  return (
    <figure data-layout={look.layout}>
      <figcaption>
        {name}, {look.layout}, {look.theme}
      </figcaption>
      <div className={css.wall}>
        <Stage
          picture={{ scene, black: false }}
          event={event}
          room={{ id: 'main', name: 'Room 204' }}
          at={at}
          look={look}
        />
      </div>
    </figure>
  );
}
