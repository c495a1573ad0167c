import { randomUUID } from 'node:crypto';
import { Installation } from '../../server/access/installation-file.ts';
import { Limits } from '../../server/access/limits.ts';
import { StandingInvites } from '../../server/access/standing-invites.ts';
import { CommandReader } from '../../server/socket/command-reader.ts';
import { receive } from '../../server/socket/intake.ts';
import { cleanName } from '../../server/socket/text.ts';
import { model } from '../../shared/model.ts';
import type { Role } from '../../shared/people/role.ts';
import type { View } from '../../shared/views/view.ts';
import { MovedDay } from '../journeys/day.ts';
import { fitted, naughty } from '../world/naughty-strings.ts';

/** Longest texts of the fields of an event file that the day uses, in characters. */
const longest = { title: 300, name: 120, affiliation: 200, venue: 120 } as const;

/** About how many strings one event file takes. */
const inOneFile = 130;

/** When the day's talk is on air. */
const begins = '2031-04-26T10:00:00Z';

/**
 * The event file of a day on which everything is called something naughty: event, venue, rooms, sessions, parts,
 * speakers. Each title takes the next of `strings`.
 */
function naughtyFile(strings: readonly string[]): string {
  let at = 0;
  const next = (most: number) => {
    for (;;) {
      const text = fitted(strings[at % strings.length] ?? '', most);
      at += 1;
      if (text !== null) return JSON.stringify(text);
    }
  };
  const speakers = () =>
    Array.from(
      { length: 2 },
      () => `{name: ${next(longest.name)}, affiliation: ${next(longest.affiliation)}}`,
    );
  const later = Array.from({ length: 40 }, (_, index) => {
    const minute = 13 * 60 + index * 10;
    const start = `2031-04-26 ${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
    return `  - {id: s-${index}, kind: talk, room: main, title: ${next(longest.title)}, start: ${start}, minutes: 10, speakers: [${speakers()}]}`;
  });
  return `backrow: 1
slug: naughty
title: ${next(longest.title)}
timezone: Etc/UTC
venue: ${next(longest.venue)}
code: KLM4
policy: {moderation: after, anonymous: allowed}
rooms:
  - {id: main, name: ${next(longest.name)}}
  - {id: side, name: ${next(longest.name)}}
sessions:
  - id: talk-1
    kind: talk
    room: main
    title: ${next(longest.title)}
    start: 2031-04-26 09:30
    minutes: 180
    qa: 170
    speakers: [${speakers()}]
  - {id: side-talk, kind: talk, room: side, title: ${next(longest.title)}, start: 2031-04-26 14:00, minutes: 180}
${later.join('\n')}
`;
}

/** A day of naughty strings, with a way to send commands as fast as they can be taken. */
export class NaughtyDay extends MovedDay {
  readonly #limits = new Limits(model, []);
  readonly #commands = new CommandReader(model);

  /** `turn` says with which of the strings its event file begins. */
  constructor(turn: number) {
    const first = turn * inOneFile;
    super(naughtyFile([...naughty.slice(first), ...naughty.slice(0, first)]), begins);
  }

  /** Sends a command through intake as somebody new of this role and name; it must be taken. Gives its id. */
  async send(
    role: Role,
    command: { type: string; [field: string]: unknown },
    person: { name?: string; participant?: string } = {},
  ): Promise<string> {
    const id = randomUUID();
    const live = this.app.events.get(this.slug)?.live;
    if (!live) throw new Error('There is no such event');
    const badge = {
      event: this.slug,
      participant: person.participant ?? randomUUID(),
      role,
      scope: {},
      name: person.name === undefined ? null : cleanName(person.name),
      attendance: 'remote',
      invite: null,
      madeAt: this.now(),
      expiresAt: this.now() + 86_400_000,
    } as const;
    const read = this.#commands.read({ id, ...command });
    const outcome = await receive(live, badge, read, {
      limits: this.#limits,
      markKey: 'naughty',
      standing: new StandingInvites('naughty', Installation.inMemory()),
    });
    if (!outcome.ok) throw new Error(`${JSON.stringify(command)}: ${JSON.stringify(outcome)}`);
    return id;
  }

  /** Asks each string in the name of somebody who is called like that; gives the questions' ids by their strings. */
  async askAll(strings: readonly string[]): Promise<Map<string, string>> {
    const asked = new Map<string, string>();
    for (const raw of strings) {
      const text = fitted(raw, 300);
      if (text === null) continue;
      const name = fitted(raw, 80);
      const command = { type: 'question.ask', session: 'talk-1', text, anonymous: false };
      asked.set(raw, await this.send('attendee', command, name === null ? {} : { name }));
    }
    return asked;
  }

  /** Gives each question its string in one more field, by turns from one of them on: reply, reason, label, screen version, report. */
  async fillFields(asked: ReadonlyMap<string, string>, from: number): Promise<void> {
    const fields = [
      (question: string, raw: string) => ({
        type: 'question.answer',
        question,
        on: true,
        reply: raw,
        publish: true,
      }),
      (question: string, raw: string) => ({ type: 'question.dismiss', question, why: fitted(raw, 200) }),
      (question: string, raw: string) => ({
        type: 'question.label',
        question,
        labels: [fitted(raw, 40)].flatMap((label) => label ?? []),
      }),
      (question: string, raw: string) => ({ type: 'question.edit', question, screen: fitted(raw, 300) }),
      (question: string, raw: string) => ({ type: 'report', question, why: fitted(raw, 200) }),
    ] as const;
    let turn = from;
    for (const [raw, question] of asked) {
      const field = fields[turn % fields.length];
      turn += 1;
      if (field) await this.send('moderator', field(question, raw));
    }
  }

  /** What a moderator may see of the event now. */
  async view(): Promise<View> {
    const token = await this.app.badges.sign({
      event: this.slug,
      participant: randomUUID(),
      role: 'moderator',
      scope: {},
      name: null,
      attendance: 'inRoom',
      invite: null,
      madeAt: this.now(),
      expiresAt: this.now() + 86_400_000,
    });
    const answer = await fetch(`${this.app.origins.here}/api/events/${this.slug}/view`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const { view }: { view: View } = await answer.json();
    return view;
  }
}
