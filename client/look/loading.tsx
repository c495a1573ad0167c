import { lookMessages } from './messages.en.ts';
import { useText } from './messages.ts';
import styles from './plain-page.module.css';

/** While a page's own code is on its way. */
export function Loading() {
  const say = useText(lookMessages);
  return (
    <p className={styles.loading} role="status">
      {say('loading.page')}
    </p>
  );
}
