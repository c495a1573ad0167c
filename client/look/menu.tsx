import { MenuButton, MenuItem, MenuProvider, MenuSeparator, Menu as Popup } from '@ariakit/react';
import more from 'lucide-static/icons/ellipsis.svg';
import type { ReactNode } from 'react';
import buttons from './button.module.css';
import { classes } from './classes.ts';
import { Icon } from './icon.tsx';
import css from './menu.module.css';

/** One thing that a menu does. */
export interface MenuChoice {
  id: string;
  name: string;
  /** The key that does the same, or another short word at its end. */
  hint?: string | undefined;
  /** It destroys or takes away: it stands last, apart, in red. */
  destroys?: boolean;
  /** Why it cannot be done now; it keeps its place. */
  unavailable?: string | undefined;
}

/**
 * A button and the menu that it opens: arrows, first letters, Home and End choose, Escape goes back to the button. The
 * button shows `children`, or three dots; screen readers hear `label`.
 */
export function Menu(props: {
  label: string;
  choices: readonly MenuChoice[];
  onChoose: (id: string) => void;
  className?: string | undefined;
  children?: ReactNode;
}) {
  const { label, choices, onChoose, className, children } = props;
  const last = choices.filter(({ destroys }) => destroys);
  const item = (choice: MenuChoice) => (
    <MenuItem
      key={choice.id}
      className={classes(css.item, choice.destroys && css.destroys)}
      accessibleWhenDisabled
      disabled={choice.unavailable !== undefined}
      onClick={() => onChoose(choice.id)}
    >
      <span className={css.name}>
        {choice.name}
        {choice.unavailable !== undefined && <span className={css.why}>{choice.unavailable}</span>}
      </span>
      {choice.hint !== undefined && <kbd className={css.hint}>{choice.hint}</kbd>}
    </MenuItem>
  );
  return (
    <MenuProvider>
      <MenuButton
        className={classes(buttons.button, buttons.plain, className)}
        aria-label={children === undefined ? label : undefined}
      >
        {children ?? <Icon of={more} />}
      </MenuButton>
      <Popup className={css.menu} aria-label={label} gutter={4} overflowPadding={8} portal unmountOnHide>
        {choices.filter(({ destroys }) => !destroys).map(item)}
        {last.length > 0 && last.length < choices.length && <MenuSeparator className={css.line} />}
        {last.map(item)}
      </Popup>
    </MenuProvider>
  );
}
