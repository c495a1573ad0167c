import { type Change, setFields } from '../state/change.ts';
import type { Rule } from '../state/rule.ts';
import { eventOf } from '../state/state.ts';
import { type Fact, nextFact } from './autorun.ts';
import type { passData } from './commands.ts';
import { byRoom, passedIn } from './order.ts';
import type { SessionRow } from './session.ts';
import { begun } from './start.ts';
import { roomInTime } from './timing.ts';

/** [T15–T18] Time has come: what happens by itself happens, once, at the instant at which it was due. */
export const passClock: Rule<typeof passData> = {
  decide: () => null,
  evolve(state, _data, { now }) {
    const autorun = eventOf(state)?.policy.autorun ?? false;
    if (!autorun) return [];
    const day = new Unattended(state.tables.sessions, now);
    for (let fact = day.next(); fact !== null; fact = day.next()) day.happen(fact);
    return [...day.rows.values()].flatMap((row): Change[] => {
      const before = state.tables.sessions.get(row.id);
      return before && before !== row
        ? setFields('sessions', before, {
            startedAt: row.startedAt,
            endedAt: row.endedAt,
            assumed: row.assumed,
            parts: row.parts,
            ...(row.endAssumed && { endAssumed: row.endAssumed }),
            ...(row.keepsEnd && { keepsEnd: row.keepsEnd }),
            ...(row.endSaidAt !== undefined && { endSaidAt: row.endSaidAt }),
          })
        : [];
    });
  },
};

/** A day up to an instant, as it goes on without anybody. Each room is looked at again only where something happened. */
class Unattended {
  readonly rows: Map<string, SessionRow>;
  readonly #places: ReadonlyMap<string, number>;
  readonly #now: number;
  #rooms: { ids: ReadonlySet<string>; passed: readonly string[]; facts: ReadonlyMap<string, Fact> }[];

  constructor(sessions: ReadonlyMap<string, SessionRow>, now: number) {
    this.rows = new Map(sessions);
    this.#places = new Map([...sessions.keys()].map((id, place) => [id, place]));
    this.#now = now;
    this.#rooms = byRoom(sessions.values()).map((items) => this.#look(items));
  }

  /** What happens next; of several at once that of the session which comes first in the programme. */
  next(): Fact | null {
    const passed = new Set(this.#rooms.flatMap((room) => room.passed));
    let first: { fact: Fact; place: number } | null = null;
    for (const { facts } of this.#rooms) {
      for (const [id, fact] of facts) {
        const place = this.#places.get(id) ?? 0;
        if (passed.has(id) || fact.due > this.#now) continue;
        const sooner =
          first === null || fact.due < first.fact.due || (fact.due === first.fact.due && place < first.place);
        if (sooner) first = { fact, place };
      }
    }
    return first?.fact ?? null;
  }

  /** Lets it happen, and looks again at the rooms that it concerns. */
  happen(fact: Fact): void {
    const changed = new Set<string>();
    for (const [id, fields] of fact.fields(this.rows)) {
      const row = this.rows.get(id);
      if (!row) continue;
      const begins = row.startedAt === null && fields.startedAt != null;
      this.rows.set(id, { ...row, ...fields, ...(begins && begun(row)) });
      changed.add(id);
    }
    const concerned = this.#rooms.map(({ ids }) => [...changed].some((id) => ids.has(id)));
    const rooms = byRoom(this.rows.values());
    this.#rooms = this.#rooms.map((room, index) => {
      const items = rooms[index];
      return concerned[index] && items ? this.#look(items) : room;
    });
  }

  #look(items: readonly SessionRow[]) {
    const times = roomInTime(items, this.#now);
    const facts = new Map<string, Fact>();
    for (const item of items) {
      const fact = item.cancelled ? null : nextFact(item, times.get(item.id));
      if (fact) facts.set(item.id, fact);
    }
    return { ids: new Set(items.map(({ id }) => id)), passed: passedIn(items), facts };
  }
}
