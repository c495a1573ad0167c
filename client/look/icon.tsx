import type shapes from 'lucide-static/icons/x.svg';
import { createElement } from 'react';
import styles from './icon.module.css';

/** An icon by its shapes: `import clock from 'lucide-static/icons/clock.svg'`. Whoever cannot see it is told the word beside it. */
export function Icon({ of }: { of: typeof shapes }) {
  return (
    <svg className={styles.icon} viewBox="0 0 24 24" aria-hidden="true">
      {of.map(([element, attributes]) =>
        createElement(element, { key: Object.values(attributes).join(' '), ...attributes }),
      )}
    </svg>
  );
}
