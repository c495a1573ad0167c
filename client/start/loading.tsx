import { useText } from '../look/messages.ts';
import { startMessages } from './messages.en.ts';
import styles from './start.module.css';

/** While a page's own code is on its way. */
export function Loading() {
  const say = useText(startMessages);
  return (
    <p className={styles.loading} role="status">
      {say('loading.page')}
    </p>
  );
}
