import { Combobox, ComboboxItem, ComboboxList, ComboboxProvider, Dialog } from '@ariakit/react';
import { useState } from 'react';
import { catalogue } from '../../look/messages.ts';
import type { ActionContext } from '../actions/action-context.ts';
import type { ActionName } from '../actions/action-table.ts';
import { deskMessages } from '../messages/desk.en.ts';
import { short } from '../messages/question-text.ts';
import css from './palette.module.css';
import { paletteEntries } from './palette-entries.ts';

const say = catalogue(deskMessages);

/** Every action by its words: it lies over the lists, never over the screen and its Clear. */
export function Palette({
  desk,
  onClose,
  onAction,
}: {
  desk: ActionContext;
  onClose: () => void;
  onAction: (action: ActionName) => void;
}) {
  const [words, setWords] = useState('');
  const entries = paletteEntries(desk, words);
  const [firstId] = useState(() => (entries[0] ? idOf(entries[0].action) : null));
  return (
    <Dialog
      open
      onClose={onClose}
      modal={false}
      portal={false}
      className={css.palette}
      aria-label={say('palette.title')}
    >
      <p className={css.about} dir="auto">
        {about(desk)}
      </p>
      <ComboboxProvider
        focusLoop
        includesBaseElement={false}
        defaultActiveId={firstId}
        value={words}
        setValue={setWords}
      >
        <Combobox
          autoSelect="always"
          dir="auto"
          className={css.words}
          aria-label={say('palette.search')}
          placeholder={say('palette.search')}
        />
        <ComboboxList alwaysVisible className={css.list} aria-label={say('palette.title')}>
          {entries.map(({ action, name, key }) => (
            <ComboboxItem
              key={action}
              id={idOf(action)}
              className={css.entry}
              focusOnHover
              setValueOnClick={false}
              hideOnClick={false}
              onClick={() => onAction(action)}
            >
              <span>{name}</span>
              {key !== undefined && <kbd>{key}</kbd>}
            </ComboboxItem>
          ))}
          {entries.length === 0 && <p className={css.none}>{say('menu.none')}</p>}
        </ComboboxList>
      </ComboboxProvider>
    </Dialog>
  );
}

function idOf(action: ActionName): string {
  return `palette-${action}`;
}

function about({ row, selected }: ActionContext): string {
  if (selected.length > 0) return say('bulk.title', { count: selected.length });
  return row === null ? say('palette.title') : short(row);
}
