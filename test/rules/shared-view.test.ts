import { test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { SharedView } from '../../server/live/shared-view.ts';
import { WorkedOut } from '../../server/live/worked-out.ts';
import { apply } from '../../shared/log/apply.ts';
import type { Entry } from '../../shared/log/entry.ts';
import { nextDue } from '../../shared/log/next-due.ts';
import { model } from '../../shared/model.ts';
import { initialState } from '../../shared/state/model.ts';
import type { State } from '../../shared/state/state.ts';
import { commonView } from '../../shared/views/lens.ts';
import { applyDelta, type PlainView } from '../../shared/views/patch.ts';
import { differing } from '../world/oracle.ts';
import type { Who } from '../world/people.ts';
import { countingStorms, play } from './storm.ts';
import { contextNow, lensOf } from './viewing.ts';

const storms = countingStorms(70);

/** Follows a log through one audience; `look` sees it wherever a node would: when no moment is overdue. */
function follow(
  entries: readonly Entry[],
  who: Looker,
  look: (shared: SharedView, state: State) => void,
): SharedView | null {
  const state = initialState(model);
  const worked = new WorkedOut();
  let shared: SharedView | null = null;
  for (const entry of entries) {
    const applied = apply(state, entry);
    if (shared === null) {
      shared = new SharedView(lensAs(who), contextNow({ state }), worked);
      continue;
    }
    worked.applied(
      applied.changes,
      applied.gone.texts.map(({ digest }) => digest),
    );
    shared.applied(entry, applied);
    const due = nextDue(state);
    if (due !== null && due <= state.at) continue;
    shared.advance(contextNow({ state }));
    look(shared, state);
  }
  return shared;
}

type Looker = Who | 'wall';
const viewers: Looker[] = ['ann', 'mod', 'org', 'lov', 'screen', 'wall'];

/** The wall is a screen that says which one it is, so that a desk gives it rooms. */
function lensAs(who: Looker) {
  return who === 'wall' ? lensOf('screen', 'main/wall') : lensOf(who);
}

/** What everybody of an audience has to see, worked out from the state alone. */
function right(who: Looker, state: State): PlainView {
  return commonView(lensAs(who), contextNow({ state }));
}

describe.each(viewers)('the audience of %s', (who) => {
  test.prop([storms], { numRuns: 12, interruptAfterTimeLimit: 10_000 })(
    '[V10] patched one after the other, an old view is the new one',
    (storm) => {
      let client: PlainView | null = null;
      follow(play(storm).entries, who, (shared, state) => {
        const taken = structuredClone(shared.drain()?.delta);
        client =
          client === null ? structuredClone(shared.view()) : taken ? applyDelta(client, taken) : client;
        expect(differing(client, right(who, state))).toBe('');
      });
    },
  );

  test.prop([storms], { numRuns: 12, interruptAfterTimeLimit: 10_000 })(
    '[V11] whoever was away gets all of it at once',
    (storm) => {
      const away: { seq: number; view: PlainView }[] = [];
      const day = play(storm);
      const last = follow(day.entries, who, (shared, { seq }) => {
        if (seq % 9 === 2) away.push({ seq: shared.seq, view: structuredClone(shared.view()) });
      });
      if (last === null) return;
      const context = contextNow(day);
      last.advance(context);
      for (const { seq, view } of away) {
        const now = applyDelta(view, structuredClone(last.since(seq, context)));
        expect(differing(now, right(who, day.state)), `since ${seq}`).toBe('');
      }
    },
  );

  test.prop([storms], { numRuns: 12, interruptAfterTimeLimit: 10_000 })(
    '[V12] so does whoever was away while the server started anew',
    (storm) => {
      const away: PlainView[] = [];
      const day = play(storm);
      follow(day.entries, who, (shared, { seq }) => {
        if (seq % 13 === 5) away.push(structuredClone(shared.view()));
      });
      const context = contextNow(day);
      const anew = new SharedView(lensAs(who), context, new WorkedOut());
      for (const view of away) {
        expect(
          differing(applyDelta(view, structuredClone(anew.since(0, context))), right(who, day.state)),
        ).toBe('');
      }
    },
  );
});
