import type { Ref } from 'react';
import { type Filters, isFiltering, noFilters } from '../../../shared/views/search.ts';
import { Button } from '../../look/button.tsx';
import { catalogue } from '../../look/messages.ts';
import { isolated } from '../../look/written.ts';
import { deskMessages } from '../messages/desk.en.ts';
import css from './list-tools.module.css';
import { type SortName, sortNames } from './lists.ts';

const say = catalogue(deskMessages);

/** Search, filters and the order of the list: a line above both lists that is always there. */
export function ListTools({
  filters,
  labels,
  sort,
  found,
  search,
  onFilters,
  onSort,
  onLeave,
}: {
  filters: Filters;
  labels: readonly string[];
  sort: SortName | null;
  /** How many questions are found, while something is filtered. */
  found: number;
  search: Ref<HTMLInputElement>;
  onFilters: (filters: Filters) => void;
  onSort: (sort: SortName | null) => void;
  /** Escape in the search field: back to the rows. */
  onLeave: () => void;
}) {
  const filtering = isFiltering(filters);
  return (
    <search className={css.tools}>
      <input
        dir="auto"
        ref={search}
        type="search"
        className={css.words}
        aria-label={say('filter.words')}
        placeholder={say('filter.wordsKey')}
        value={filters.words}
        onChange={(event) => onFilters({ ...filters, words: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key === 'Escape' || event.key === 'Enter') {
            event.preventDefault();
            if (event.key === 'Escape') onFilters({ ...filters, words: '' });
            onLeave();
          }
        }}
      />
      <select
        aria-label={say('filter.attendance')}
        value={filters.attendance ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onFilters({ ...filters, attendance: value === 'inRoom' || value === 'remote' ? value : null })
        }
      >
        <option value="">{say('filter.everybody')}</option>
        <option value="inRoom">{say('filter.inRoom')}</option>
        <option value="remote">{say('filter.remote')}</option>
      </select>
      {labels.length > 0 && (
        <select
          aria-label={say('filter.label')}
          value={filters.label ?? ''}
          onChange={({ currentTarget: { value } }) =>
            onFilters({ ...filters, label: value === '' ? null : value })
          }
        >
          <option value="">{say('filter.anyLabel')}</option>
          {labels.map((label) => (
            <option key={label} value={label}>
              {isolated(label)}
            </option>
          ))}
        </select>
      )}
      <label className={css.flagged}>
        <input
          type="checkbox"
          checked={filters.flagged}
          onChange={(event) => onFilters({ ...filters, flagged: event.currentTarget.checked })}
        />
        {say('filter.flagged')}
      </label>
      <select
        aria-label={say('filter.sort')}
        value={sort ?? ''}
        onChange={({ currentTarget: { value } }) => onSort(sortNames.find((name) => name === value) ?? null)}
      >
        <option value="">{say('filter.sort.usual')}</option>
        {sortNames.map((name) => (
          <option key={name} value={name}>
            {say(`filter.sort.${name}`)}
          </option>
        ))}
      </select>
      {filtering && (
        <Button size="small" kind="quiet" onClick={() => onFilters(noFilters)}>
          {say('filter.clear', { count: found })}
        </Button>
      )}
    </search>
  );
}
