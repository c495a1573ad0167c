import { useId } from 'react';
import { classes } from './classes.ts';
import styles from './segmented.module.css';

/** One of a few choices, all in sight: radio buttons that look like one bar. */
export function Segmented<T extends string>(props: {
  label: string;
  /** Show the label; else only screen readers get it. */
  labelled?: boolean;
  options: readonly { value: T; label: string }[];
  value: T | null;
  onChange: (value: T) => void;
}) {
  const { label, labelled = false, options, value, onChange } = props;
  const name = useId();
  return (
    <fieldset className={styles.group}>
      <legend className={classes(styles.legend, !labelled && 'unseen')}>{label}</legend>
      <div className={styles.bar}>
        {options.map((option) => (
          <label key={option.value} className={styles.option}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
