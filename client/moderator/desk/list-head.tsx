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

/** What a list says of itself: its order or what is filtered, what came meanwhile, how to see all again. */
interface Line {
  /** In which order it is, or which of its questions are listed. */
  says: string;
  pending: Ref<HTMLElement>;
  /** Leaves a search or a filter; null where nothing is hidden. */
  onShowAll: (() => void) | null;
}

/** The head of To review: how many, how long the oldest waits, and what came while the list was in use. */
export function ReviewHead({
  count,
  oldest,
  ...line
}: Line & {
  count: number;
  /** Minutes since the oldest waiting question was asked; null where none waits. */
  oldest: number | null;
}) {
  return (
    <>
      <div className={css.head}>
        <h2 id="waiting-title" className={css.title}>
          {say('list.waiting')}
        </h2>
        <Count count={count} oldest={oldest} />
      </div>
      <HeadLine {...line} />
    </>
  );
}

/** The head of the other lists: which of them is open, what came, and the search. */
export function TabsHead(
  props: Line & {
    tabs: readonly ListName[];
    open: ListName;
    counts: Readonly<Record<ListName, number>>;
    oldest: number | null;
    onList: (list: ListName) => void;
    onSearch: () => void;
  },
) {
  const { tabs, open, counts, oldest, onSearch } = props;
  return (
    <>
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
      <HeadLine {...props} />
    </>
  );
}

/** Below the name of a list, so that no tab is ever cut. */
function HeadLine({ says, pending, onShowAll }: Line) {
  return (
    <div className={css.line}>
      <span className={css.order} title={says}>
        {says}
      </span>
      {onShowAll !== null && (
        <button type="button" className={css.showAll} onClick={onShowAll}>
          {say('list.showAll')}
        </button>
      )}
      <span ref={pending} className={css.pending} />
    </div>
  );
}

/** How many wait, and for how long the oldest does already; it calls for somebody from five minutes on. */
function Count({ count, oldest }: { count: number | null; oldest: number | null }) {
  return (
    <span className={css.oldest} data-late={oldest !== null && oldest >= 5}>
      {count}
      {count !== null && oldest !== null && ' · '}
      {oldest !== null && (oldest < 1 ? say('list.oldestNew') : say('list.oldest', { minutes: oldest }))}
    </span>
  );
}
