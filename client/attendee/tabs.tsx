import { useText } from '../look/messages.ts';
import { attendeeMessages } from './messages/attendee.en.ts';
import styles from './tabs.module.css';

/** The parts of the page where they do not all fit side by side. */
export type Tab = 'questions' | 'programme' | 'mine';

/** One tap to each part of the page, with how many questions are mine. */
export function Tabs(props: { tabs: readonly Tab[]; tab: Tab; onTab: (tab: Tab) => void; mine: number }) {
  const { tabs, tab, onTab, mine } = props;
  const say = useText(attendeeMessages);
  return (
    <nav className={styles.tabs} aria-label={say('tabs.label')}>
      {tabs.map((name) => (
        <button
          key={name}
          type="button"
          aria-current={tab === name ? 'page' : undefined}
          onClick={() => onTab(name)}
        >
          {name === 'mine' && mine > 0 ? say('tabs.mineCount', { count: mine }) : say(`tabs.${name}`)}
        </button>
      ))}
    </nav>
  );
}
