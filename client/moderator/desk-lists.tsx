import { type Ref, useMemo, useState } from 'react';
import type { QuestionView, SessionView } from '../../shared/views/view.ts';
import { catalogue } from '../look/messages.ts';
import css from './desk.module.css';
import { type Focus, type ListName, listNames, listOf } from './lists.ts';
import { deskMessages } from './messages.en.ts';
import { type ListHandle, QuestionList } from './question-list.tsx';
import type { RowDeed } from './question-row.tsx';
import type { CurrentRow } from './use-current-row.ts';
import { useWide } from './use-wide.ts';

const say = catalogue(deskMessages);

interface ListsProps {
  questions: Readonly<Record<string, QuestionView>>;
  sessions: Readonly<Record<string, SessionView>>;
  focus: Focus;
  zone: string;
  people: number | null;
  current: CurrentRow;
  shown: string | null;
  noShow: string | null;
  busy: boolean;
  onList: (list: ListName) => void;
  onFocusRow: (list: ListName, id: string) => void;
  onDeed: (deed: RowDeed, id: string) => void;
  handleOf: (list: ListName) => Ref<ListHandle>;
}

/** Waiting beside the list where there is room for both; else one list at a time. The rest is behind tabs. */
export function DeskLists(props: ListsProps) {
  const { questions, focus, current, onList } = props;
  const wide = useWide();
  const about = focus === 'all' ? 'all' : focus.session;
  const wanted = useMemo(() => {
    const looked: Focus = about === 'all' ? 'all' : { session: about };
    return Object.fromEntries(listNames.map((name) => [name, listOf(name, questions, looked)]));
  }, [questions, about]);
  const [open, setOpen] = useState<ListName>('live');
  if (current.list !== 'waiting' && current.list !== open) setOpen(current.list);
  const second: ListName = wide ? open : current.list;
  const tabs = listNames.filter((name) => !wide || name !== 'waiting');
  return (
    <div className={css.lists} data-wide={wide}>
      {wide && (
        <section className={css.column} aria-labelledby="waiting-title">
          <h2 id="waiting-title" className={css.columnTitle}>
            {say('list.waiting')} <span className={css.count}>{wanted.waiting?.length ?? 0}</span>
            <span className={css.order}>{say('list.order.waiting')}</span>
          </h2>
          <OneList {...props} name="waiting" wanted={wanted.waiting ?? []} about={about} />
        </section>
      )}
      <section className={css.column} aria-label={say(`list.${second}`)}>
        <nav className={css.tabs} aria-label={say('desk.lists')}>
          {tabs.map((name) => (
            <button
              key={name}
              type="button"
              className={css.tab}
              aria-pressed={name === second}
              onClick={() => {
                setOpen(name === 'waiting' ? open : name);
                onList(name);
              }}
            >
              {say(`list.${name}`)} <span className={css.count}>{wanted[name]?.length ?? 0}</span>
            </button>
          ))}
        </nav>
        <OneList {...props} key={second} name={second} wanted={wanted[second] ?? []} about={about} />
      </section>
    </div>
  );
}

function OneList(props: ListsProps & { name: ListName; wanted: readonly string[]; about: string }) {
  const { name, current, handleOf, about } = props;
  const handle = useMemo(() => handleOf(name), [handleOf, name]);
  return (
    <QuestionList
      name={name}
      wanted={props.wanted}
      about={`${name} ${about}`}
      questions={props.questions}
      sessions={props.sessions}
      zone={props.zone}
      people={props.people}
      current={current.list === name ? current.id : null}
      shown={props.shown}
      noShow={props.noShow}
      withTitles={about === 'all'}
      busy={props.busy && current.list === name}
      onFocusRow={props.onFocusRow}
      onDeed={props.onDeed}
      handle={handle}
    />
  );
}
