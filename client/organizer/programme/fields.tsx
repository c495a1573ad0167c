import { type RefObject, useId, useLayoutEffect, useRef } from 'react';
import { classes } from '../../look/classes.ts';
import { isolated } from '../../look/written.ts';
import css from './programme-page.module.css';

/*
 * Fields that keep what is typed to themselves and hand on what is usable. What others make of a value meanwhile is shown
 * where nothing was typed; they begin anew when their `key` changes.
 */

/** A line of text; handed on at each change. */
export function TextField(props: {
  label: string;
  value: string;
  wide?: boolean;
  /** The element that says what is wrong with it. */
  wrong?: string | undefined;
  onChange: (value: string) => void;
}) {
  const { label, value, wide = false, wrong, onChange } = props;
  const field = useShown<HTMLInputElement>(value);
  return (
    <label className={classes(css.field, wide && css.wide)}>
      {label}
      <input
        ref={field}
        dir="auto"
        defaultValue={value}
        {...saidBy(wrong)}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </label>
  );
}

/** A field of which an element says what is wrong; its id has no space, which would part it into two. */
function saidBy(wrong: string | undefined): { 'aria-invalid'?: true; 'aria-describedby'?: string } {
  return wrong === undefined ? {} : { 'aria-invalid': true, 'aria-describedby': wrong };
}

/** [X12] The field that shows a value, and another one once it is given, unless something else was typed into it. */
function useShown<F extends HTMLInputElement | HTMLTextAreaElement>(value: string): RefObject<F | null> {
  const field = useRef<F>(null);
  const shown = useRef(value);
  useLayoutEffect(() => {
    const { current: input } = field;
    if (input && input.value === shown.current && input.value !== value) input.value = value;
    shown.current = value;
  }, [value]);
  return field;
}

/** Hands on what a field holds when it is taken away: nobody loses what they had typed and not left yet. */
function useHandedOn(
  field: RefObject<HTMLInputElement | null>,
  hand: (input: HTMLInputElement) => void,
): void {
  const latest = useRef(hand);
  useLayoutEffect(() => {
    latest.current = hand;
  });
  useLayoutEffect(() => {
    const { current: input } = field;
    return () => {
      if (input && input.value !== input.defaultValue) latest.current(input);
    };
  }, [field]);
}

/** A whole number of minutes, handed on at each change that can be used; undefined where it is emptied. */
export function MinutesField(props: {
  label: string;
  value: number | undefined;
  required?: boolean;
  /** The element that says what is wrong with it. */
  wrong?: string | undefined;
  onChange: (value: number | undefined) => void;
}) {
  const { label, value, required = false, wrong, onChange } = props;
  const field = useShown<HTMLInputElement>(value === undefined ? '' : String(value));
  const hand = (input: HTMLInputElement) => {
    const typed = input.value === '' ? undefined : input.valueAsNumber;
    const usable = typed === undefined ? !required : input.validity.valid;
    if (usable && typed !== value) onChange(typed);
  };
  useHandedOn(field, hand);
  return (
    <label className={classes(css.field, css.narrow)}>
      {label}
      <input
        type="number"
        min={required ? 1 : 0}
        max={1440}
        step={1}
        defaultValue={value ?? ''}
        required={required}
        ref={field}
        {...saidBy(wrong)}
        onChange={({ currentTarget }) => hand(currentTarget)}
      />
    </label>
  );
}

/** A day (`2026-04-26`) or a time of day (`08:10`) of the event's zone; handed on when the field is left. */
export function CalendarField(props: {
  label: string;
  type: 'date' | 'time';
  value: string;
  /** The element that says what is wrong with it. */
  wrong?: string | undefined;
  onChange: (value: string) => void;
}) {
  const { label, type, value, wrong, onChange } = props;
  const field = useShown<HTMLInputElement>(value);
  const hand = (input: HTMLInputElement) => {
    const typed = input.value.slice(0, type === 'date' ? 10 : 5);
    if (typed !== '' && typed !== value) onChange(typed);
  };
  useHandedOn(field, hand);
  return (
    <label className={classes(css.field, css.clock)} data-type={type}>
      {label}
      <input
        ref={field}
        dir="auto"
        type={type}
        defaultValue={value}
        required
        {...saidBy(wrong)}
        onBlur={({ currentTarget }) => hand(currentTarget)}
      />
    </label>
  );
}

/** One of a few values. */
export function ChoiceField<T extends string>(props: {
  label: string;
  value: T;
  options: readonly (readonly [value: T, label: string])[];
  onChange: (value: T) => void;
}) {
  const { label, value, options, onChange } = props;
  return (
    <label className={css.field}>
      {label}
      <select
        value={value}
        onChange={({ currentTarget }) => {
          const chosen = options.find(([each]) => each === currentTarget.value);
          if (chosen) onChange(chosen[0]);
        }}
      >
        {options.map(([each, words]) => (
          <option key={each} value={each}>
            {isolated(words)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Yes or no. */
export function CheckField(props: { label: string; checked: boolean; onChange: (checked: boolean) => void }) {
  const { label, checked, onChange } = props;
  return (
    <label className={css.check}>
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
      {label}
    </label>
  );
}

/** Text of several lines; handed on at each change. */
export function LongField(props: { label: string; value: string; onChange: (value: string) => void }) {
  const { label, value, onChange } = props;
  const id = useId();
  const field = useShown<HTMLTextAreaElement>(value);
  return (
    <div className={classes(css.field, css.wide)}>
      <label htmlFor={id}>{label}</label>
      <textarea
        ref={field}
        dir="auto"
        id={id}
        rows={4}
        defaultValue={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
}
