import { useEffect, useId, useRef, useState } from 'react';
import { catalogue } from '../../look/messages.ts';
import { deskMessages } from '../messages/desk.en.ts';
import css from './choice-menu.module.css';
import { useMenuPlace } from './use-menu-place.ts';

const say = catalogue(deskMessages);

/** One thing to choose. `hint` stands at its end, `on` says that it is so already. */
export interface Choice {
  id: string;
  name: string;
  hint?: string | undefined;
  on?: boolean | undefined;
}

/** From how many choices on a field to search among them is offered. */
const many = 9;

/**
 * Asks for one of several things: by a digit for the first nine, by arrows and Enter, by what is typed where there are
 * many, or by pointing. Escape goes back without doing anything.
 */
export function ChoiceMenu(props: {
  title: string;
  /** The row it is about; null for several of them. */
  question: string | null;
  choices: readonly Choice[];
  /** Digits choose and there is a field to search among many; off for short lists of different actions. */
  numbered?: boolean;
  /** Takes what was typed as a new choice, where new ones may be made. */
  onNew?: (name: string) => void;
  newLabel?: string;
  /** Longest new choice, in characters. */
  longest?: number;
  /** Digits are pressed more often than words are typed: the choices have the focus, and the field comes after them. */
  choicesFirst?: boolean;
  onChoose: (id: string) => void;
  onClose: () => void;
}) {
  const { title, question, choices, numbered = true, longest = 40, choicesFirst = false } = props;
  const { onNew, newLabel, onChoose, onClose } = props;
  const menu = useRef<HTMLDivElement>(null);
  const titleId = useId();
  const [words, setWords] = useState('');
  useMenuPlace(menu, question, onClose);
  const searched = numbered && (choices.length > many || onNew !== undefined);
  const found = choices.filter(({ name }) => name.toLowerCase().includes(words.trim().toLowerCase()));
  useEffect(() => {
    const box = menu.current;
    const button = box?.querySelector<HTMLElement>('button');
    const field = box?.querySelector<HTMLElement>('input');
    (choicesFirst ? (button ?? field) : (field ?? button))?.focus();
  }, [choicesFirst]);
  return (
    <div
      ref={menu}
      className={css.menu}
      role="dialog"
      aria-labelledby={titleId}
      data-menu="true"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
        const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
        if (step !== 0) {
          event.preventDefault();
          moveFocus(event.currentTarget, step);
        }
        if (!numbered || event.target instanceof HTMLInputElement || event.repeat) return;
        const chosen = found[digitOf(event) - 1];
        if (chosen) onChoose(chosen.id);
      }}
    >
      <p id={titleId} className={css.title}>
        {title}
      </p>
      {searched && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            const [first] = found;
            const name = words.trim();
            if (onNew && name !== '' && !choices.some((choice) => choice.name === name)) onNew(name);
            else if (first && name !== '') onChoose(first.id);
          }}
        >
          <input
            dir="auto"
            className={css.search}
            aria-label={newLabel ?? say('menu.search')}
            placeholder={newLabel ?? say('menu.search')}
            maxLength={longest}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
        </form>
      )}
      <ol className={css.options}>
        {found.map(({ id, name, hint, on }, index) => (
          <li key={id}>
            <button type="button" className={css.option} aria-pressed={on} onClick={() => onChoose(id)}>
              <kbd>{numbered && index < many ? index + 1 : ''}</kbd>
              <span className={css.name}>{name}</span>
              {hint !== undefined && <span className={css.hint}>{hint}</span>}
            </button>
          </li>
        ))}
        {found.length === 0 && choices.length > 0 && <li className={css.none}>{say('menu.none')}</li>}
      </ol>
    </div>
  );
}

/** The digit of a press, by what it writes or, on layouts whose digits need Shift, by its place; NaN for others. */
export function digitOf({ key, code }: { key: string; code: string }): number {
  if (/^[0-9]$/.test(key)) return Number(key);
  const place = /^(?:Digit|Numpad)([0-9])$/.exec(code)?.[1];
  return place === undefined ? Number.NaN : Number(place);
}

function moveFocus(menu: HTMLElement, step: 1 | -1): void {
  const stops = [...menu.querySelectorAll<HTMLElement>('input, button')];
  const { activeElement } = document;
  const at = activeElement instanceof HTMLElement ? stops.indexOf(activeElement) : -1;
  stops[(at + step + stops.length) % stops.length]?.focus();
}
