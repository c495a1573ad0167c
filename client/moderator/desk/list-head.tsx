import filter from 'lucide-static/icons/list-filter.svg';
import type { Ref } from 'react';
import { Button } from '../../look/button.tsx';
import { Icon } from '../../look/icon.tsx';
import { catalogue } from '../../look/messages.ts';
import type { ListName } from '../actions/list-name.ts';
import { printedKey } from '../actions/printed-key.ts';
import { deskMessages } from '../messages/desk.en.ts';
import css from './desk-lists.module.css';

const say = catalogue(deskMessages);

/** The head of To review: how many, how long the oldest waits, and what came while the list was in use. */
export function ReviewHead({
  count,
  of,
  oldest,
  pending,
}: {
  count: number;
  /** How many wait in all, where some of them are hidden; null where nothing is. */
  of: number | null;
  /** Minutes since the oldest waiting question was asked; null where none waits. */
  oldest: number | null;
  pending: Ref<HTMLElement>;
}) {
  return (
    <div className={css.head}>
      <h2 id="waiting-title" className={css.title}>
        {say('list.waiting')}
      </h2>
      {of === null ? (
        <Count count={count} oldest={oldest} />
      ) : (
        <span className={css.order}>{say('list.match', { count, of })}</span>
      )}
      <span ref={pending} className={css.pending} />
    </div>
  );
}

/** The head of the other lists: which of them is open, what came, and the search. */
export function TabsHead(props: {
  tabs: readonly ListName[];
  open: ListName;
  counts: Readonly<Record<ListName, number>>;
  oldest: number | null;
  /** How many are found, where something is searched or filtered; null where nothing is. */
  found: number | null;
  pending: Ref<HTMLElement>;
  onList: (list: ListName) => void;
  onSearch: () => void;
  onShowAll: () => void;
}) {
  const { tabs, open, counts, oldest, found, pending, onSearch, onShowAll } = props;
  return (
    <div className={css.head}>
      <nav className={css.tabs} aria-label={say('desk.lists')}>
        {tabs.map((name) => (
          <button
            key={name}
            type="button"
            className={css.tab}
            aria-pressed={name === open}
            onClick={() => props.onList(name)}
          >
            {say(`list.${name}`)} <span className={css.count}>{counts[name]}</span>
          </button>
        ))}
      </nav>
      {tabs.includes('waiting') && open === 'waiting' && <Count count={null} oldest={oldest} />}
      <span ref={pending} className={css.pending} />
      {found !== null && (
        <Button size="small" kind="quiet" onClick={onShowAll}>
          {say('filter.clear', { count: found })}
        </Button>
      )}
      <Button
        size="small"
        kind="quiet"
        className={css.search}
        aria-keyshortcuts={printedKey('search')}
        title={say('filter.open')}
        onClick={onSearch}
      >
        <Icon of={filter} />
        <span>{say('filter.short')}</span>
        <kbd>{printedKey('search')}</kbd>
      </Button>
    </div>
  );
}

/** How many wait, and for how long the oldest does already; it calls for somebody from five minutes on. */
function Count({ count, oldest }: { count: number | null; oldest: number | null }) {
  return (
    <span className={css.order} data-late={oldest !== null && oldest >= 5}>
      {count}
      {count !== null && oldest !== null && ' · '}
      {oldest !== null && (oldest < 1 ? say('list.oldestNew') : say('list.oldest', { minutes: oldest }))}
    </span>
  );
}
