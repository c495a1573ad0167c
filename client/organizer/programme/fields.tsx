import { type RefObject, useId, useLayoutEffect, useRef, useState } from 'react';
import { classes } from '../../look/classes.ts';
import { catalogue } from '../../look/messages.ts';
import { isolated } from '../../look/written.ts';
import { typedTime } from '../../rundown/typed-time.ts';
import { programmeMessages } from '../messages/programme-messages.en.ts';
import css from './programme-page.module.css';

const say = catalogue(programmeMessages);

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

/** A day (`2026-04-26`); handed on when the field is left. */
export function DayField(props: { label: string; value: string; onChange: (value: string) => void }) {
  const { label, value, onChange } = props;
  const field = useShown<HTMLInputElement>(value);
  const hand = (input: HTMLInputElement) => {
    const typed = input.value.slice(0, 10);
    if (typed !== '' && typed !== value) onChange(typed);
  };
  useHandedOn(field, hand);
  return (
    <label className={classes(css.field, css.clock)} data-type="date">
      {label}
      <input
        ref={field}
        dir="auto"
        type="date"
        defaultValue={value}
        required
        onBlur={({ currentTarget }) => hand(currentTarget)}
      />
    </label>
  );
}

/**
 * A time of day (`08:10`) of the event's zone, in 24 hours as everywhere; handed on when the field is left. What is no time
 * stays as it was typed, and is said to be none.
 */
export function TimeField(props: {
  label: string;
  value: string;
  /** The element that says what is wrong with it. */
  wrong?: string | undefined;
  onChange: (value: string) => void;
}) {
  const { label, value, wrong, onChange } = props;
  const id = useId();
  const [unread, setUnread] = useState(false);
  const field = useShown<HTMLInputElement>(value);
  const hand = (input: HTMLInputElement) => {
    const typed = typedTime(input.value);
    setUnread(typed === null);
    if (typed === null) return;
    input.value = typed;
    if (typed !== value) onChange(typed);
  };
  useHandedOn(field, hand);
  return (
    <div className={classes(css.field, css.clock)}>
      <label htmlFor={id}>{label}</label>
      <input
        ref={field}
        id={id}
        dir="ltr"
        inputMode="numeric"
        autoComplete="off"
        defaultValue={value}
        required
        {...saidBy(unread ? `${id}-how` : wrong)}
        onBlur={({ currentTarget }) => hand(currentTarget)}
      />
      <span id={`${id}-how`} className={css.unread} role="status">
        {unread && say('edit.timeHow')}
      </span>
    </div>
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
