import { type ReactNode, useState } from 'react';
import { catalogue } from '../../look/messages.ts';
import { programmeMessages } from '../messages/programme-messages.en.ts';
import { type DraftSession, equal } from './draft.ts';
import css from './programme-page.module.css';

const say = catalogue(programmeMessages);

type Mark = 'unsaved' | 'published' | null;

/**
 * Says of fields of a session whether they are as everybody sees them: not yet, or again once what was changed here is
 * published. A new session's fields say nothing: all of it is new.
 */
export function useMarks(
  session: DraftSession,
  published: DraftSession | undefined,
): (...fields: string[]) => Mark {
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const names = new Set([...Object.keys(session), ...Object.keys(published ?? {})]);
  const other = published ? [...names].filter((name) => !equal(session[name], published[name])) : [];
  if (other.some((name) => !touched.has(name))) setTouched(new Set([...touched, ...other]));
  return (...fields) => {
    if (fields.some((field) => other.includes(field))) return 'unsaved';
    return published && fields.some((field) => touched.has(field)) ? 'published' : null;
  };
}

/** A field, and below it, in a place that is kept for it, what is wrong with it, or whether everybody sees what stands in it. */
export function Marked(props: {
  as?: Mark;
  /** It takes the room of its line. */
  wide?: boolean;
  wrong?: string | undefined;
  wrongId?: string;
  children: ReactNode;
}) {
  const { as = null, wide = false, wrong, wrongId, children } = props;
  return (
    <div className={css.marked} data-wide={wide} data-wrong={wrong !== undefined}>
      {children}
      {wrong !== undefined ? (
        <span id={wrongId} className={css.mark} data-mark="wrong">
          {wrong}
        </span>
      ) : (
        as !== null && (
          <span className={css.mark} data-mark={as}>
            {say(`mark.${as}`)}
          </span>
        )
      )}
    </div>
  );
}
