import type { Layout } from '../../shared/stage/show.ts';
import { catalogue } from '../look/messages.ts';
import { stageMessages } from './messages.en.ts';
import css from './overlay.module.css';

const say = catalogue(stageMessages);

/** Which display this is: its name, where a desk gave it one, and its four digits. */
export interface SignWords {
  name: string | null;
  code: string;
}

/**
 * Name and digits of a display, as large as its layout allows, over whatever stands there; beside it, in a strip, while
 * that is `read`: nobody sets up a screen at the price of what a room reads.
 */
export function Sign({ words, layout, read = false }: { words: SignWords; layout: Layout; read?: boolean }) {
  return (
    <div className={css.sign} data-layout={layout} data-read={read}>
      <div className={css.signName}>{words.name ?? say('stage.display')}</div>
      <div className={css.signCode}>{words.code}</div>
    </div>
  );
}
