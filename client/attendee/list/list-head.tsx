import search from 'lucide-static/icons/search.svg';
import x from 'lucide-static/icons/x.svg';
import type { ReactNode } from 'react';
import { ChipSelect } from '../../look/chip-select.tsx';
import { Icon } from '../../look/icon.tsx';
import { type Say, useText } from '../../look/messages.ts';
import { boardMessages } from '../messages/board.en.ts';
import { type ChosenSession, everySession } from './chosen-session.ts';
import styles from './list-head.module.css';
import { type SortOrder, sortOrders } from './sorted.ts';

interface ListHeadProps {
  count: number;
  /** Of a search: how many it found; null where nothing is searched for. */
  found: number | null;
  words: string | null;
  onWords: (words: string | null) => void;
  sort: SortOrder;
  onSort: (sort: SortOrder) => void;
  chosen: ChosenSession;
  /** The button that brings the list up to date, in the heading's place. */
  update: ReactNode;
}

/** How many questions there are; in which order, of which talk, and which of them. */
export function ListHead(props: ListHeadProps) {
  const { count, found, words, onWords, sort, onSort, chosen, update } = props;
  const say = useText(boardMessages);
  const heading = say(chosen.dayOver ? 'list.countOver' : 'list.count', { count });
  const talk = talkWords(chosen, say);
  if (words !== null)
    return (
      <div className={styles.head}>
        <h2 className="unseen">{heading}</h2>
        <input
          type="search"
          dir="auto"
          // The press on the search asked for it.
          // biome-ignore lint/a11y/noAutofocus: the field stands where the button stood that opened it
          autoFocus
          className={styles.search}
          aria-label={say('list.search')}
          placeholder={say('list.search')}
          value={words}
          onChange={({ currentTarget }) => onWords(currentTarget.value)}
          onKeyDown={({ key }) => key === 'Escape' && onWords(null)}
        />
        <output className={styles.found}>{found !== null && say('list.found', { found, count })}</output>
        <button
          type="button"
          className={styles.icon}
          aria-label={say('list.searchClose')}
          onClick={() => onWords(null)}
        >
          <Icon of={x} />
        </button>
      </div>
    );
  return (
    <div className={styles.head} data-named={talk !== null && !talk.short}>
      <h2 className={update ? 'unseen' : styles.heading}>{heading}</h2>
      {update}
      <span className={styles.choices}>
        {!(chosen.dayOver && count === 0) && (
          <>
            <button
              type="button"
              className={styles.icon}
              aria-label={say('list.search')}
              onClick={() => onWords('')}
            >
              <Icon of={search} />
            </button>
            <ChipSelect
              whole
              label={say('list.sort')}
              options={sortOrders.map((value) => ({ value, label: say(`list.${value}`) }))}
              value={sort}
              onChoose={onSort}
            />
          </>
        )}
        {talk && <TalkChoice chosen={chosen} says={talk} />}
      </span>
    </div>
  );
}

/** What the chip of the talks says: a word or two that are never cut, or a title. */
interface TalkWords {
  words: string;
  short: boolean;
}

/** Whose questions are shown, in short where that says it all; null where there is nothing to choose. */
function talkWords(chosen: ChosenSession, say: Say<typeof boardMessages>): TalkWords | null {
  const { session, options, running, byHand, dayOver } = chosen;
  if (!session || options.length < 2) return null;
  const short = (words: string) => ({ words, short: true });
  if (dayOver && !byHand) return short(say('list.everyTalk'));
  if (session.status === 'onAir') return short(say('list.thisTalk'));
  if (session.id !== running?.id || dayOver) return { words: session.title, short: false };
  return short(say(session.status === 'ended' ? 'list.lastTalk' : 'list.nextTalk'));
}

/** Whose questions are shown, and to whom one's own goes. */
function TalkChoice({ chosen, says }: { chosen: ChosenSession; says: TalkWords }) {
  const say = useText(boardMessages);
  const { session, options, byHand, dayOver, choose } = chosen;
  if (!session) return null;
  const all = dayOver && !byHand;
  const everyOne = { value: everySession, label: say('list.everyTalk') };
  const each = options.map((option) => ({
    value: option.id,
    label:
      option.status === 'onAir'
        ? say('list.nowOption', { title: option.title })
        : option.questions === 'closed' && !dayOver
          ? say('list.closedOption', { title: option.title })
          : option.title,
  }));
  return (
    <ChipSelect
      label={say('list.show')}
      says={says.words}
      whole={says.short}
      options={dayOver ? [everyOne, ...each] : each}
      value={all ? everySession : session.id}
      onChoose={choose}
    />
  );
}
