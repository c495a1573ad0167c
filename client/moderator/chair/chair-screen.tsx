import { useServerNow } from '../../connection/hooks.tsx';
import { catalogue } from '../../look/messages.ts';
import type { Watched } from '../desk/use-watched.ts';
import { deskMessages } from '../messages/desk.en.ts';
import { textOf } from '../messages/question-text.ts';
import { displayStatus } from '../screen/display-status.ts';
import css from './chair.module.css';
import { ChairQuestion } from './chair-question.tsx';
import { useFittedSize } from './use-fitted-size.ts';

const say = catalogue(deskMessages);

/** What the room sees now, as large as it fits. */
export function ChairScreen({ watched }: { watched: Watched }) {
  const { onScreen } = watched;
  const box = useFittedSize(onScreen === null ? '' : textOf(onScreen));
  return (
    <section className={css.screen} aria-labelledby="chair-screen" data-live={onScreen !== null}>
      <h2 id="chair-screen" className={css.title}>
        {say('screen.title')}
        <Confirmed watched={watched} />
      </h2>
      <div ref={box} className={css.now}>
        {onScreen === null ? (
          <p className={css.nothing}>{say('chair.nothing')}</p>
        ) : (
          <ChairQuestion question={onScreen} />
        )}
      </div>
    </section>
  );
}

/** A word only where the room may not see what this says. */
function Confirmed({ watched: { displays, stage } }: { watched: Watched }) {
  const at = useServerNow(1_000);
  const { total, confirmed, late, missing } = displayStatus(displays, stage, at);
  if (stage?.black) return <span className={css.trouble}>{say('screen.black')}</span>;
  if (total === 0) return <span className={css.trouble}>{say('screen.noneShort')}</span>;
  if (missing > 0)
    return <span className={css.trouble}>{say('screen.missing', { count: missing, total })}</span>;
  return late && confirmed < total ? <span className={css.trouble}>{say('screen.late')}</span> : null;
}
