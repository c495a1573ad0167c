import { vi } from 'vitest';
import { type Followed, followPatch, followView, nothingFollowed } from '../../client/connection/follow.ts';
import type { Seat } from '../../server/live/audiences.ts';
import { audienceOf } from '../../server/live/audiences.ts';
import { type Outlet, Ticker } from '../../server/live/ticker.ts';
import type { DrawnView, Surroundings } from '../../shared/views/context.ts';
import type { Viewer } from '../../shared/views/lens.ts';
import { fullView } from '../../shared/views/lens.ts';
import type { StaffView } from '../../shared/views/view.ts';
import type { Dice } from './dice.ts';
import type { Day } from './given.ts';
import { differing, Oracle } from './oracle.ts';
import { people, type Who } from './people.ts';

/** Somebody with a page open, who knows what patches told them. */
interface Onlooker {
  name: string;
  seat: Seat;
  viewer: Viewer;
  followed: Followed;
  /** What they knew a while ago, as somebody who was away since. */
  away: Followed[];
}

const seats: readonly (readonly [Who, Partial<Seat>])[] = [
  ['ann', {}],
  ['bob', {}],
  ['cat', {}],
  ['lov', { session: 'talk-1' }],
  ['pia', {}],
  ['lov', { room: 'main' }],
  ['mod', {}],
  ['org', {}],
  ['screen', { room: 'main' }],
  ['screen', { room: 'main', display: 'main/wall' }],
  ['screen', { display: '/lobby' }],
];

/** Who is here and what displays drew, as a test arranges it. */
interface Arranged extends Surroundings {
  staff: Map<string, StaffView>;
  displays: Map<string, DrawnView>;
  seen: Map<string, number | null>;
}

/**
 * A page in every role, three phones among them, kept up by nothing but the messages of a real ticker. Its timers are the
 * test's: `tick` lets windows go by. Every message goes over the wire as text.
 */
export class Onlookers {
  readonly around: Arranged = {
    joinUrl: 'https://b.example/j/KLM4',
    people: null,
    staff: new Map(),
    displays: new Map(),
    seen: new Map(),
    unattended: false,
    clockAhead: null,
  };
  readonly #day: Day;
  readonly #ticker: Ticker;
  readonly #all: Onlooker[];

  constructor(day: Day) {
    this.#day = day;
    const epoch = 'first';
    const outlet: Outlet = {
      broadcast: async (audience, patch) => {
        const text = JSON.stringify(patch);
        for (const each of this.#of(audience)) this.#hear(each, JSON.parse(text));
      },
      tell: (audience, participant, patch) => {
        for (const each of this.#of(audience))
          if (each.viewer.participant === participant)
            this.#hear(each, JSON.parse(JSON.stringify(patch(each.viewer))));
      },
    };
    const { state, onApplied } = day;
    const live = {
      ...{ state, onApplied, clock: () => state.at, log: { epoch } },
      ...{ marks: { of: (seq: number) => `mark of ${seq}` }, strayed: () => undefined },
    };
    this.#ticker = new Ticker(live, () => ({ ...this.around }), outlet);
    this.#all = seats.map(([who, scope]) => {
      const { participant, role, person } = people[who];
      const viewer: Viewer = { participant, role, name: null, attendance: person.attendance };
      const seat: Seat = { role, ...scope };
      const name = [who, role, ...Object.values(scope)].join(' ');
      const view = JSON.parse(JSON.stringify(this.#ticker.views.view(seat, viewer)));
      const step = followView(nothingFollowed, view);
      return { name, seat, viewer, followed: step.kind === 'moved' ? step.to : nothingFollowed, away: [] };
    });
  }

  /** Something around the event changes, that no entry says. */
  arrange(change: (around: Arranged) => void): void {
    change(this.around);
    this.#ticker.changed();
  }

  /** Lets so many milliseconds go by, and everything that is due be sent. */
  async tick(milliseconds = 300): Promise<void> {
    vi.advanceTimersByTime(milliseconds);
    for (let turn = 0; turn < 12; turn += 1) await Promise.resolve();
  }

  /** Somebody's page as it is now. */
  sees(name: string): NonNullable<Followed['view']> {
    const found = this.#all.find((each) => each.name === name);
    if (!found?.followed.view) throw new Error(`${name} sees nothing`);
    return found.followed.view;
  }

  /** From now on everybody's present view is also that of somebody who is away. */
  leave(): void {
    for (const each of this.#all) if (each.away.length < 3) each.away.push(each.followed);
  }

  /** Where a page, a fresh view or a return differs from what it has to be; empty where nothing does. */
  wrong(dice: Dice | null = null): string[] {
    const oracle = new Oracle(this.#day.state, this.around);
    return this.#all.flatMap((each) => {
      const right = oracle.view(each.seat, each.viewer);
      const found = [['page', differing(each.followed.view, right)]];
      if (dice === null || dice.chance(0.15)) found.push(['fresh', differing(this.#fresh(each), right)]);
      if (dice === null || dice.chance(0.15)) {
        found.push(['parts', differing(this.#parts(each), right)]);
        const left = each.away.splice(0);
        for (const away of left)
          found.push([`away since ${away.seq}`, differing(this.#back(each, away), right)]);
      }
      return found.flatMap(([what, difference]) =>
        difference === '' ? [] : [`${each.name}, ${what}: ${difference}`],
      );
    });
  }

  close(): void {
    this.#ticker.close();
  }

  #fresh({ seat, viewer }: Onlooker): object {
    return this.#ticker.views.view(seat, viewer).view;
  }

  #parts({ seat, viewer }: Onlooker): object {
    const { view } = this.#ticker.views.common(seat);
    return fullView(view, this.#ticker.views.own(seat, viewer).own);
  }

  #back({ seat, viewer }: Onlooker, away: Followed): unknown {
    const patch = this.#ticker.views.resumed(seat, viewer, {
      since: away.seq,
      epoch: away.epoch,
      mark: away.mark,
    });
    const step = patch
      ? followPatch(away, JSON.parse(JSON.stringify(patch)))
      : followView(away, JSON.parse(this.#ticker.views.encodedView(seat, viewer)));
    let at = step.kind === 'moved' ? step.to : away;
    if (patch)
      for (const more of this.#ticker.views.meanwhile(seat, viewer, away.seq)) {
        const next = followPatch(at, JSON.parse(JSON.stringify(more)));
        if (next.kind === 'moved') at = next.to;
      }
    return at.view;
  }

  #of(audience: string): Onlooker[] {
    return this.#all.filter(({ seat }) => audienceOf(seat).key === audience);
  }

  #hear(onlooker: Onlooker, message: Parameters<typeof followPatch>[1]): void {
    const step = followPatch(onlooker.followed, message);
    if (step.kind === 'gap') throw new Error(`${onlooker.name} met a gap: ${JSON.stringify(message)}`);
    if (step.kind === 'moved') onlooker.followed = step.to;
  }
}
