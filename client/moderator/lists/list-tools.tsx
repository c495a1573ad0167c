import type { Ref } from 'react';
import { type Filters, noFilters } from '../../../shared/views/search.ts';
import { Button } from '../../look/button.tsx';
import { catalogue } from '../../look/messages.ts';
import { SelectMenu } from '../../look/select-menu.tsx';
import { deskMessages } from '../messages/desk.en.ts';
import css from './list-tools.module.css';
import { type SortName, sortNames } from './lists.ts';

const say = catalogue(deskMessages);

/** Search, filters and the order of the list: folded behind `/`, above the heads of the lists while it is open. */
export function ListTools({
  filters,
  labels,
  sort,
  search,
  onFilters,
  onSort,
  onLeave,
}: {
  filters: Filters;
  labels: readonly string[];
  sort: SortName | null;
  search: Ref<HTMLInputElement>;
  onFilters: (filters: Filters) => void;
  onSort: (sort: SortName | null) => void;
  /** Escape or Enter in the search field: back to the rows, and folded again. */
  onLeave: () => void;
}) {
  return (
    <search className={css.tools}>
      <input
        dir="auto"
        ref={search}
        type="search"
        className={css.words}
        aria-label={say('filter.words')}
        placeholder={say('filter.wordsKey')}
        // biome-ignore lint/a11y/noAutofocus: it opens at the operator's own press, to be typed into
        autoFocus
        value={filters.words}
        onChange={(event) => onFilters({ ...filters, words: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || (event.key !== 'Escape' && event.key !== 'Enter')) return;
          event.preventDefault();
          if (event.key === 'Escape') onFilters(noFilters);
          onLeave();
        }}
      />
      <SelectMenu
        className={css.pick}
        label={say('filter.attendance')}
        value={filters.attendance ?? ''}
        choices={[
          { id: '', name: say('filter.everybody') },
          { id: 'inRoom', name: say('filter.inRoom') },
          { id: 'remote', name: say('filter.remote') },
        ]}
        onChoose={(id) =>
          onFilters({ ...filters, attendance: id === 'inRoom' || id === 'remote' ? id : null })
        }
      />
      {labels.length > 0 && (
        <SelectMenu
          className={css.pick}
          label={say('filter.label')}
          value={filters.label ?? ''}
          choices={[
            { id: '', name: say('filter.anyLabel') },
            ...labels.map((label) => ({ id: label, name: label })),
          ]}
          onChoose={(id) => onFilters({ ...filters, label: id === '' ? null : id })}
        />
      )}
      <label className={css.flagged}>
        <input
          type="checkbox"
          checked={filters.flagged}
          onChange={(event) => onFilters({ ...filters, flagged: event.currentTarget.checked })}
        />
        {say('filter.flagged')}
      </label>
      <SelectMenu
        className={css.pick}
        label={say('filter.sort')}
        value={sort ?? ''}
        choices={[
          { id: '', name: say('filter.sort.usual') },
          ...sortNames.map((name) => ({ id: name, name: say(`filter.sort.${name}`) })),
        ]}
        onChoose={(id) => onSort(sortNames.find((name) => name === id) ?? null)}
      />
      <span className={css.end}>
        <Button size="small" onClick={onLeave}>
          {say('filter.done')}
        </Button>
      </span>
    </search>
  );
}
