import type { ComponentProps } from 'react';
import styles from './button.module.css';
import { classes } from './classes.ts';

/** What a button is for: the one thing to do here, one of several, one among text, one that takes away, one that goes on air. */
export type ButtonKind = 'primary' | 'plain' | 'quiet' | 'danger' | 'live';

interface ButtonProps extends ComponentProps<'button'> {
  kind?: ButtonKind;
  /** `small` for rows of pointers and keys, `bar` for tablets' live bars; the default is a thumb's. */
  size?: 'small' | 'bar';
}

/** A button; never submits a form unless told. */
export function Button({ kind = 'plain', size, className, type = 'button', ...rest }: ButtonProps) {
  return (
    <button
      type={type}
      className={classes(styles.button, styles[kind], size && styles[size], className)}
      {...rest}
    />
  );
}
