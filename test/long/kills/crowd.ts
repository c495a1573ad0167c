import type { Dice } from '../../world/dice.ts';
import type { Sent } from '../../world/history/history.ts';

/** What the crowd knows of the questions: enough to send what is mostly taken. */
export class Questions {
  readonly waiting: string[] = [];
  readonly live: string[] = [];
  readonly #merged: string[] = [];
  readonly #dice: Dice;
  #asked = 0;

  constructor(dice: Dice) {
    this.#dice = dice;
  }

  /** What an attendee sends next: votes, and now and then a question. */
  ofAttendee(): Sent | null {
    if (this.#asked < 40 || (this.#asked < 600 && this.#dice.chance(0.01))) {
      this.#asked += 1;
      const text = `Question ${this.#asked}: what would change your mind, and${' why'.repeat(this.#dice.below(20))}?`;
      return { type: 'question.ask', session: 'talk-1', text };
    }
    const question = this.#dice.pick(this.live);
    if (question === undefined) return null;
    return { type: 'question.upvote', question, on: this.#dice.chance(0.6) };
  }

  /** What a moderator sends next: approves what waits, else labels, and merges and takes apart now and then. */
  ofModerator(): Sent | null {
    const waits = this.waiting.shift();
    if (waits !== undefined) {
      if (this.#dice.chance(0.1)) return { type: 'question.dismiss', question: waits, why: 'off-topic' };
      return { type: 'question.approve', question: waits };
    }
    const [question, into] = [this.#dice.pick(this.live), this.#dice.pick(this.live)];
    if (question === undefined || into === undefined) return null;
    const what = this.#dice.below(100);
    if (what < 3 && question !== into && this.live.length > 20)
      return { type: 'question.merge', question, into };
    if (what < 6) {
      const merged = this.#dice.pick(this.#merged);
      if (merged !== undefined) return { type: 'question.unmerge', question: merged };
    }
    if (what < 30) return { type: 'question.upvote', question, on: this.#dice.chance(0.6) };
    const labels = ['theory', 'method', 'ethics'].filter(() => this.#dice.chance(0.5));
    return { type: 'question.label', question, labels };
  }

  /** Something was taken. */
  taken(id: string, { type, question }: Sent): void {
    const of = String(question);
    if (type === 'question.ask') this.waiting.push(id);
    else if (type === 'question.approve' || type === 'question.unmerge') {
      this.live.push(of);
      drop(this.#merged, of);
    } else if (type === 'question.merge') {
      drop(this.live, of);
      this.#merged.push(of);
    }
  }
}

function drop(from: string[], what: string): void {
  const place = from.indexOf(what);
  if (place !== -1) from.splice(place, 1);
}
