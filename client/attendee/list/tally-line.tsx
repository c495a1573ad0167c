import { useView } from '../../connection/hooks.tsx';
import { useText } from '../../look/messages.ts';
import { boardMessages } from '../messages/board.en.ts';
import styles from './rows.module.css';

/** What became of a session's questions, in numbers that everybody sees; nothing while nobody asked. */
export function TallyLine({ session }: { session: string | undefined }) {
  const say = useText(boardMessages);
  const tally = useView((view) => (session === undefined ? undefined : view.tallies?.[session]));
  if (!tally || tally.asked === 0) return null;
  const { asked, answered, kept, dismissed } = tally;
  return (
    <p className={styles.foot}>
      {say('list.tally', { asked, answered, kept })}
      {dismissed > 0 && `\u00a0· ${say('list.tallyNotTaken', { count: dismissed })}`}
    </p>
  );
}
