import { type Applied, apply, type Outcome } from '../../shared/log/apply.ts';
import type { Draft, Entry, EntryData, EntryType } from '../../shared/log/entry.ts';
import { nextDue } from '../../shared/log/next-due.ts';
import { rulesVersion } from '../../shared/log/rules-version.ts';
import { model } from '../../shared/model.ts';
import type { Programme } from '../../shared/rundown/programme.ts';
import { type Actor, serverActor } from '../../shared/state/actor.ts';
import { initialState } from '../../shared/state/model.ts';
import { people, type Who } from './people.ts';
import { at, workshop } from './workshop.ts';

/** What an entry may carry besides its data: when, under which id, in sight of what. */
export type More = Partial<Pick<Draft, 'at' | 'id' | 'seen'>>;
type Ask = Partial<EntryData['question.ask']> & More;

/** A day of the workshop from 07:00 on, programme applied. `when` does one thing and gives its outcome; no clocks. */
export function given(policy: Programme['policy'] = {}, programme: Programme = workshop) {
  const state = initialState(model);
  const entries: Entry[] = [];
  const listeners = new Set<(entry: Entry, applied: Applied) => void>();
  let now = at('07:00');
  const put = (draft: Draft): Outcome => {
    const entry = { ...draft, seq: state.seq + 1 };
    entries.push(entry);
    const applied = apply(state, entry);
    for (const listener of listeners) listener(entry, applied);
    return applied.outcome;
  };
  const when = <T extends EntryType>(
    who: Who | Actor,
    type: T,
    data: EntryData[T],
    more: More = {},
  ): Outcome => {
    now = Math.max(now, more.at ?? now);
    const actor = typeof who === 'string' ? people[who] : who;
    // As intake does: the words of a question are its asker's, whoever writes them, and no name goes with another's words.
    const worded = type === 'question.edit' && 'question' in data ? `${data.question}` : '';
    const owner = state.tables.questions.get(worded)?.by ?? actor.participant;
    const { person, ...nameless } = actor;
    const by = owner === actor.participant ? actor : nameless;
    const bodies = textsIn([data, by === actor ? person?.name : null]).map((digest) => ({
      digest,
      salt: '',
      text: digest.slice(1),
    }));
    const draft = {
      type,
      data,
      by,
      at: now,
      id: more.id ?? `e${state.seq + 1}`,
      rules: rulesVersion,
      seen: more.seen,
      personal: { owner, bodies },
    };
    return put(draft as Draft);
  };
  /** Asks of talk 1 unless told otherwise; gives the question's id. */
  const ask = (who: Who, text: string, { at: when_, id, seen, ...data }: Ask = {}): string => {
    const asked = `00000000-0000-4000-8000-${String(state.seq + 1).padStart(12, '0')}`;
    const marks = { anonymous: `mark-of-${who}-anonymous`, named: `mark-of-${who}-named` };
    const where = data.poster === undefined ? { session: 'talk-1' } : {};
    const more = {
      id: id ?? asked,
      ...(when_ !== undefined && { at: when_ }),
      ...(seen !== undefined && { seen }),
    };
    when(
      who,
      'question.ask',
      { ...where, text: `#${text}`, measured: { units: text.length }, marks, ...data },
      more,
    );
    return id ?? asked;
  };
  /** Lets time pass up to an instant: every moment at which something happens by itself is an entry. */
  const until = (instant: number): number[] => {
    const passed: number[] = [];
    for (let due = nextDue(state); due !== null && due <= instant; due = nextDue(state)) {
      put({
        type: 'clock.pass',
        by: serverActor,
        at: Math.max(due, state.at),
        id: `clock ${due}`,
        rules: rulesVersion,
        data: { at: due },
      });
      passed.push(due);
      if (passed.length > 10_000) throw new Error(`Time stands still at ${due}`);
    }
    now = Math.max(now, instant);
    return passed;
  };
  when('org', 'programme.apply', { programme: { ...programme, policy: { ...programme.policy, ...policy } } });
  /** Calls a listener after each entry from now on; returns how to stop. */
  const onApplied = (listener: (entry: Entry, applied: Applied) => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return { state, entries, when, ask, until, put, onApplied, now: () => now };
}
export type Day = ReturnType<typeof given>;

/** The digests in what is handed over: here a text with `#` before it is its own. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.startsWith('#') ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
