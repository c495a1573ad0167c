import chevron from 'lucide-static/icons/chevron-down.svg';
import { Icon } from './icon.tsx';
import { Menu } from './menu.tsx';
import css from './select-menu.module.css';

/** One of several, by a menu whose button shows which; screen readers hear `label` before it. */
export function SelectMenu({
  label,
  value,
  nothing = label,
  choices,
  onChoose,
  className,
}: {
  label: string;
  /** What is chosen; '' or what is no choice where nothing is. */
  value: string;
  /** What the button says where nothing is chosen. */
  nothing?: string;
  choices: readonly { id: string; name: string }[];
  onChoose: (id: string) => void;
  className?: string | undefined;
}) {
  return (
    <Menu
      label={label}
      className={className}
      choices={choices.map(({ id, name }) => ({ id, name, hint: id === value ? '✓' : undefined }))}
      onChoose={onChoose}
    >
      <span className="unseen">{label}: </span>
      <span className={css.chosen}>{choices.find(({ id }) => id === value)?.name ?? nothing}</span>
      <Icon of={chevron} />
    </Menu>
  );
}
