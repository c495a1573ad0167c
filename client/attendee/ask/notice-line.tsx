import { Button } from '../../look/button.tsx';
import styles from './composer.module.css';

/** A line above the field: what happened, and one thing to do about it. `refused` and `paused` colour it. */
export function NoticeLine(props: {
  words: string;
  action: string;
  onAction: () => void;
  refused?: boolean;
  paused?: boolean;
}) {
  return (
    <p className={styles.sent} data-refused={props.refused} data-paused={props.paused}>
      <span>{props.words}</span>
      <Button kind="quiet" size="small" onClick={props.onAction}>
        {props.action}
      </Button>
    </p>
  );
}
