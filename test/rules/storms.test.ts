import { test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { canonical } from '../../server/log/canonical.ts';
import { apply } from '../../shared/log/apply.ts';
import { model } from '../../shared/model.ts';
import { rootOf, supporters } from '../../shared/questions/find.ts';
import { homeOf } from '../../shared/rundown/home.ts';
import { byRoom, isAnchor } from '../../shared/rundown/order.ts';
import { timeline } from '../../shared/rundown/timing.ts';
import { initialState } from '../../shared/state/model.ts';
import { plainState, stateFromText } from '../../shared/state/plain.ts';
import type { State } from '../../shared/state/state.ts';
import type { Day } from '../world/given.ts';
import { expectNothingPast } from './looking.ts';
import { play, storms } from './storm.ts';

const many = { numRuns: 40, interruptAfterTimeLimit: 10_000 };

test.prop([storms], many)('[Q28] no storm loses a question, and none gets a number twice', (storm) => {
  const seen = new Map<string, number | null>();
  play(storm, ({ state }) => {
    for (const [id, n] of seen) {
      expect(state.tables.questions.has(id)).toBe(true);
      if (n !== null) expect(state.tables.questions.get(id)?.n).toBe(n);
    }
    for (const { id, n } of state.tables.questions.values()) seen.set(id, n);
    const numbers = [...seen.values()].filter((n) => n !== null);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(state.nextNumber).toBe(Math.max(0, ...numbers) + 1);
  });
});

test.prop([storms], many)(
  '[Q20, Q31] after any storm the places of each home’s Up next run 1 to at most 5 without gaps',
  (storm) => {
    play(storm, ({ state }) => {
      const queues = new Map<string, number[]>();
      for (const question of state.tables.questions.values()) {
        const { upNext, status } = question;
        if (upNext === null) continue;
        expect(['live', 'kept']).toContain(status);
        const { session, poster } = homeOf(question);
        queues.set(`${session}/${poster}`, [...(queues.get(`${session}/${poster}`) ?? []), upNext]);
      }
      for (const queue of queues.values())
        expect(queue.toSorted()).toEqual([1, 2, 3, 4, 5].slice(0, queue.length));
    });
  },
);

test.prop([storms], many)(
  '[Q17] no storm merges in a circle, and only merged questions point anywhere',
  (storm) => {
    play(storm, ({ state }) => {
      for (const question of state.tables.questions.values()) {
        expect(rootOf(state, question).status).not.toBe('merged');
        expect(question.status === 'merged').toBe(question.mergedInto !== null);
      }
    });
  },
);

test.prop([storms], many)('[Q9] upvotes are the number of different people, never the author', (storm) => {
  play(storm, ({ state }) => {
    for (const question of state.tables.questions.values()) {
      const people = new Set<string>(question.voters);
      for (const other of state.tables.questions.values())
        if (other !== question && rootOf(state, other) === question)
          for (const voter of other.voters) people.add(voter);
      if (question.by !== null) people.delete(question.by);
      if (question.status !== 'merged') expect(supporters(state, question).size).toBe(people.size);
    }
  });
});

test.prop([storms], many)('[S4] what stands on a stage is in the list, answered or kept', (storm) => {
  play(storm, ({ state }) => {
    for (const { show } of state.tables.stages.values()) {
      if (show.kind === 'question')
        expect(['live', 'answered', 'kept']).toContain(state.tables.questions.get(show.question)?.status);
    }
  });
});

test.prop([storms], many)('[S5] what a show put on a stage is not up next', (storm) => {
  play(storm, ({ state, entries }) => {
    const last = entries.at(-1);
    if (last?.type !== 'stage.show' || last.data.show.kind !== 'question' || state.refused.has(last.seq))
      return;
    expect(state.tables.questions.get(last.data.show.question)).toMatchObject({ upNext: null, shown: true });
  });
});

test.prop([storms], many)('[Q31] no storm keeps a question for what is not there', (storm) => {
  play(storm, ({ state }) => {
    for (const question of state.tables.questions.values()) {
      const { session, poster } = homeOf(question);
      if (session !== null) expect(state.tables.sessions.get(session)?.removed).toBe(false);
      if (poster !== null) expect(state.tables.posters.get(poster)?.removed).toBe(false);
    }
  });
});

test.prop([storms], many)(
  '[T22] expected times never overlap in a room, save a fixed session that is due and has not begun',
  (storm) => {
    play(storm, ({ state }) => {
      for (const knowledge of ['internal', 'announced'] as const) {
        const times = timeline(state.tables.sessions.values(), state.at, knowledge);
        for (const items of byRoom(state.tables.sessions.values())) {
          const spans = items.flatMap((item) => {
            const { start, end } = times.get(item.id) ?? {};
            const late =
              isAnchor(item) && item.startedAt === null && (item.notYet || (start ?? 0) <= state.at);
            return start == null || end == null || late ? [] : [{ id: item.id, start, end }];
          });
          for (const span of spans) expect(span.end, span.id).toBeGreaterThanOrEqual(span.start);
          const long = spans.filter(({ start, end }) => end > start).toSorted((a, b) => a.start - b.start);
          long.forEach((span, index) => {
            const next = long[index + 1];
            if (next && knowledge === 'internal')
              expect(next.start, `${span.id} runs into ${next.id}`).toBeGreaterThanOrEqual(span.end);
          });
        }
      }
    });
  },
);

test.prop([storms], many)(
  '[T35] no storm expects what follows something on air before the present minute, save what is fixed',
  (storm) => {
    play(storm, ({ state }) => {
      for (const knowledge of ['internal', 'announced'] as const) expectNothingPast(state, knowledge);
    });
  },
);

test.prop([storms], many)(
  '[T2] at most one session is on air in a room, and parts lie within what happened',
  (storm) => {
    play(storm, ({ state }) => {
      for (const items of byRoom(state.tables.sessions.values())) {
        expect(
          items.filter(({ startedAt, endedAt }) => startedAt !== null && endedAt === null).length,
        ).toBeLessThanOrEqual(1);
      }
      for (const { startedAt, endedAt, parts, cancelled } of state.tables.sessions.values()) {
        if (startedAt === null) expect(endedAt).toBeNull();
        if (startedAt !== null) expect(cancelled).toBe(false);
        if (endedAt !== null) expect(endedAt).toBeGreaterThanOrEqual(startedAt ?? Number.POSITIVE_INFINITY);
        for (const part of parts)
          if (part.endedAt !== null)
            expect(part.endedAt).toBeGreaterThanOrEqual(part.startedAt ?? Number.POSITIVE_INFINITY);
      }
    });
  },
);

test.prop([storms], many)('[T10] fixed sessions never move without a command that moves them', (storm) => {
  let before = new Map<string, number | null>();
  play(storm, ({ state }, { type }) => {
    const times = timeline(state.tables.sessions.values(), state.at, 'internal');
    const now = new Map<string, number | null>();
    for (const row of state.tables.sessions.values()) {
      if (!row.removed && isAnchor(row) && row.startedAt === null && !row.notYet)
        now.set(row.id, times.get(row.id)?.start ?? null);
    }
    const commands = [
      'session.move',
      'session.extend',
      'session.place',
      'undo',
      'programme.apply',
      'session.reset',
      'session.notYet',
    ];
    if (!commands.includes(type))
      for (const [id, start] of now) if (before.has(id)) expect(start, id).toBe(before.get(id));
    before = now;
  });
});

test.prop([storms], many)(
  '[U11] the same log gives the same state, also from a snapshot in its middle',
  (storm) => {
    const day = play(storm);
    const whole = canonical(plainState(day.state));
    expect(canonical(plainState(replayed(day, initialState(model))))).toBe(whole);
    const half = replayed(day, initialState(model), Math.floor(day.entries.length / 2));
    const restored = stateFromText(canonical(plainState(half)), model);
    expect(canonical(plainState(replayed(day, restored)))).toBe(whole);
  },
);

function replayed({ entries }: Day, state: State, upTo = entries.length): State {
  for (const entry of entries) if (entry.seq > state.seq && entry.seq <= upTo) apply(state, entry);
  return state;
}
