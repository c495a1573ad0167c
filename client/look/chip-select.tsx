import chevronDown from 'lucide-static/icons/chevron-down.svg';
import styles from './chip-select.module.css';
import { Icon } from './icon.tsx';
import { isolated } from './written.ts';

/**
 * One of several, behind a chip that says the present choice in a word or two. The list that opens is the device's own:
 * a wheel or a sheet on phones, with the words of every option in full.
 */
export function ChipSelect<T extends string>(props: {
  label: string;
  /** What the chip says; the option's own words where it is left out. */
  says?: string;
  /** Its words are short and are never cut, however narrow the page. */
  whole?: boolean;
  options: readonly { value: T; label: string }[];
  value: T;
  onChoose: (value: T) => void;
}) {
  const { label, options, value, onChoose } = props;
  const chosen = options.find((option) => option.value === value);
  const says = props.says ?? chosen?.label ?? '';
  return (
    <span className={styles.chip} data-whole={props.whole || undefined}>
      <span className={styles.words} aria-hidden="true" dir="auto">
        {says}
      </span>
      <Icon of={chevronDown} />
      <select
        aria-label={label}
        className={styles.select}
        value={value}
        onChange={({ currentTarget }) => {
          const found = options.find((option) => option.value === currentTarget.value);
          if (found) onChoose(found.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {isolated(option.label)}
          </option>
        ))}
      </select>
    </span>
  );
}
