import { expect, it } from 'vitest';
import { openWorld } from '../world/world.ts';

it('[L40] keeps the order in which somebody sends, whatever each command is counted as', async () => {
  const world = await openWorld({ policy: { moderation: 'after' } });
  const ann = await world.joinAs('attendee');
  const bob = await world.joinAs('attendee');
  const question = await ann.ask('Why?');
  for (const round of [1, 2]) {
    // More votes than a second has room for, and questions among them, which are counted otherwise.
    const outcomes = await Promise.all(
      Array.from({ length: 14 }, (_, index) =>
        index % 7 === 6
          ? bob.send({ type: 'question.ask', session: 'talk-1', text: `And then ${round}?` })
          : bob.send({ type: 'question.upvote', question, on: index % 2 === 0 }),
      ),
    );
    const seqs = outcomes.map((outcome) => (outcome.ok ? outcome.seq : 0));
    expect(seqs).toEqual(seqs.toSorted((a, b) => a - b));
    expect(seqs).not.toContain(0);
  }
});
