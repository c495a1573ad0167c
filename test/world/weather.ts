import { expect } from 'vitest';
import { blow, type Gust } from '../rules/storm.ts';
import type { Dice } from './dice.ts';
import type { Day } from './given.ts';
import { Onlookers } from './onlookers.ts';
import type { Who } from './people.ts';

/**
 * Lets gusts blow over a day in front of everybody, one to four a tick and now and then something around the event, and
 * compares each page with the oracle whenever everything was sent. Gives how many commands there were.
 */
export async function weather(day: Day, gusts: readonly Gust[], dice: Dice): Promise<number> {
  crowd(day);
  const onlookers = new Onlookers(day);
  for (const [index, gust] of gusts.entries()) {
    blow(day, gust);
    if (dice.chance(0.2)) around(onlookers, day, dice);
    if (dice.chance(0.15)) await onlookers.tick(dice.pick([1, 25, 60]));
    if (index < gusts.length - 1 && dice.chance(0.4)) continue;
    await onlookers.tick();
    expect(onlookers.wrong(dice), `after ${JSON.stringify(gust)}, entry ${day.state.seq}`).toEqual([]);
    if (dice.chance(0.3)) onlookers.leave();
  }
  onlookers.close();
  return gusts.length;
}

/** Eight questions by four people, in the list and with supporters, some of them common: merges find something to count. */
function crowd(day: Day): void {
  for (const [index, who] of (['ann', 'bob', 'cat', 'lov', 'ann', 'bob', 'cat', 'pia'] as const).entries()) {
    const question = day.ask(who, `Question ${index}`, { anonymous: index > 3 });
    if (index < 6) day.when('mod', 'question.approve', { question });
    for (const voter of everybody.slice(index % 3, (index % 3) + 4))
      day.when(voter, 'question.upvote', { question, on: true });
  }
}

const everybody: readonly Who[] = ['bob', 'cat', 'mod', 'mia', 'org', 'lov', 'pia'];

/** Somebody comes to a desk or goes, a display draws, people are counted. */
function around(onlookers: Onlookers, { state }: Day, dice: Dice): void {
  const id = dice.pick(['mod', 'mia', 'org', 'lov']);
  const display = dice.pick(['main/wall', '/lobby', 'main/side']);
  const seq = state.seq;
  onlookers.arrange((here) => {
    const what = dice.below(5);
    if (what === 0) {
      if (here.staff.delete(id)) here.seen.set(id, state.at);
      else {
        here.staff.set(id, { id, name: id, role: id === 'org' ? 'organizer' : 'moderator', at: null });
        here.seen.set(id, null);
      }
    } else if (what === 1) {
      const question = dice.pick([...state.tables.questions.keys()]) ?? null;
      here.staff.set('mod', {
        id: 'mod',
        name: 'Mo',
        role: 'moderator',
        at: { room: 'main', question, editing: dice.chance(0.5) },
      });
    } else if (what === 2) {
      const [scope = '', name = ''] = display.split('/');
      const drawn = { seq, kind: 'auto', question: null, fits: dice.chance(0.9), width: 1920, height: 1080 };
      here.displays.set(display, {
        ...drawn,
        id: display,
        display: name,
        scope: scope === '' ? null : scope,
        at: new Date(state.at).toISOString(),
        connected: dice.chance(0.8),
      });
    } else if (what === 3) here.unattended = !here.unattended;
    else here.people = { inRoom: dice.below(40), remote: dice.below(40) };
  });
}
