import { Button } from './button.tsx';
import styles from './lost-part.module.css';
import { lookMessages } from './messages.en.ts';
import { useText } from './messages.ts';

/**
 * In the place of a part that is not there: why, and a button that does at once what is done by itself. `anew`: only
 * the whole page can be loaded again.
 */
export function LostPart({ why, again }: { why: 'lost' | 'broken' | 'anew'; again: () => unknown }) {
  const say = useText(lookMessages);
  return (
    <div className={styles.lost} role="status">
      <p>{say(`part.${why}`)}</p>
      <Button onClick={() => (why === 'anew' ? location.reload() : void again())}>
        {say(why === 'anew' ? 'part.loadAnew' : 'part.again')}
      </Button>
    </div>
  );
}
