import { asAsked, byAuthor, byReported } from '../../shared/questions/indexes.ts';
import type { QuestionRow } from '../../shared/questions/question.ts';
import { pastAfter, takesQuestions } from '../../shared/rundown/session.ts';
import { serverActor } from '../../shared/state/actor.ts';
import { countBy, rowsBy, rowsInRank } from '../../shared/state/rows-by.ts';
import { eventOf, type State } from '../../shared/state/state.ts';
import { derivedId } from './derived-id.ts';
import type { LiveEvent } from './live-event.ts';
import type { Presence } from './presence.ts';

/** How long no moderator is connected while a session runs until the desk counts as unattended, in milliseconds. */
const unattendedAfter = 60_000;

/** How often it is looked, in milliseconds. */
const lookEvery = 1_000;

/**
 * Watches whether anybody is at a desk. While nobody is, everybody is told, and where the policy says so, unflagged
 * questions are approved in the moderators' place; each under an id that follows from the question, so that one that a
 * moderator takes back is not approved again.
 */
export class DeskWatch {
  /** A session has run for a minute without a moderator connected. */
  unattended = false;
  readonly #live: LiveEvent;
  readonly #presence: Presence;
  readonly #changed: () => void;
  readonly #timer: NodeJS.Timeout;
  readonly #stop: () => void;
  /** Since when nobody is at a desk, as far as this server knows; null while somebody is. */
  #since: number | null;
  #approving: Promise<void> | null = null;
  readonly #approved = new Set<string>();

  /** `changed` is told when `unattended` is another now. */
  constructor(live: LiveEvent, presence: Presence, changed: () => void) {
    this.#live = live;
    this.#presence = presence;
    this.#changed = changed;
    this.#since = live.clock();
    this.#timer = setInterval(() => this.look(), lookEvery);
    this.#timer.unref();
    this.#stop = live.onApplied(({ type }) => {
      if (type === 'question.ask' || type === 'policy.set') this.#decide();
    });
  }

  /** Looks who is there; also at once when somebody comes or goes. */
  look(): void {
    const now = this.#live.clock();
    this.#since = this.#presence.hasModerator ? null : (this.#since ?? now);
    // Nobody is missed at the desk of an event that is closed.
    const running = eventOf(this.#live.state)?.closed ? null : runningSince(this.#live.state, now);
    const unattended =
      this.#since !== null && running !== null && now - Math.max(this.#since, running) >= unattendedAfter;
    if (unattended !== this.unattended) {
      this.unattended = unattended;
      this.#changed();
    }
    this.#decide();
  }

  /** Watches no more. */
  close(): void {
    clearInterval(this.#timer);
    this.#stop();
  }

  #decide(): void {
    const event = eventOf(this.#live.state);
    if (!this.unattended || event?.policy.unattended !== 'approve' || event.closed) return;
    this.#approving ??= this.#approve().finally(() => {
      this.#approving = null;
    });
  }

  async #approve(): Promise<void> {
    for (const { id } of unflagged(this.#live.state)) {
      if (!this.unattended) return;
      if (this.#approved.has(id)) continue;
      const once = derivedId(`${this.#live.slug} unattended ${id}`);
      const outcome = await this.#live.submitAs(
        serverActor,
        'question.approve',
        { question: id },
        { id: once },
      );
      if (outcome.ok || outcome.reason !== 'unavailable') this.#approved.add(id);
    }
  }
}

/**
 * Since when a session that takes questions has been on air, epoch milliseconds: the one that began first; null while
 * none is. What nobody ended is over twelve hours after it was to end [T28].
 */
function runningSince({ tables: { sessions } }: State, now: number): number | null {
  const running = [...sessions.values()].filter(
    (session) =>
      session.startedAt !== null &&
      session.endedAt === null &&
      !session.removed &&
      takesQuestions(session) &&
      now < Math.max(session.end, session.startedAt + session.end - session.start) + pastAfter,
  );
  return running.length === 0 ? null : Math.min(...running.flatMap(({ startedAt }) => startedAt ?? []));
}

/** Waiting questions that nothing speaks against, oldest first. */
function unflagged(state: State): QuestionRow[] {
  const { participants } = state.tables;
  const isKnown = (by: string | null) =>
    by === null || rowsBy(state, byAuthor, by).some(({ n }) => n !== null);
  const newcomersWait = eventOf(state)?.policy.newcomersWait === true;
  return rowsInRank(state, asAsked, 'inReview')
    .filter(
      ({ id, by, hint }) =>
        hint == null &&
        countBy(state, byReported, id) === 0 &&
        participants.get(by ?? '')?.banned !== true &&
        !(newcomersWait && !isKnown(by)),
    )
    .toSorted((a, b) => a.askedAt - b.askedAt);
}
