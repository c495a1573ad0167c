// A crowd that asks and supports without end: `desk-crowd.ts ORIGIN EVENT QUESTIONS_PER_MINUTE UPVOTES_PER_MINUTE ID…`.
// Loopback only. It begins when it is told to and counts until it is told to stop; the ids are of questions in the list.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { wording } from './desk-event.ts';
import { QuickSocket } from './quick-socket.ts';

const [origin = '', event = '', asks = '0', upvotes = '0', ...questions] = process.argv.slice(2);
if (!/^http:\/\/127\.0\.0\.1:\d+$/.test(origin)) throw new Error('Load goes to 127.0.0.1 only');

/** So many people that nobody asks or votes oftener than people may. */
const people = 50;
let going = true;
const counted = { asked: 0, upvoted: 0, refused: 0 };

async function member(index: number): Promise<QuickSocket> {
  const joined = await fetch(`${origin}/api/events/${event}/join`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ attendance: index % 2 === 0 ? 'inRoom' : 'remote', name: `Bot ${index}` }),
  });
  const { token }: { token: string } = await joined.json();
  return QuickSocket.connect(origin, { event, token }, 'count patches');
}

/** Does something at an even rate, whatever became of the last one, until the crowd is told to stop. */
async function evenly(perMinute: number, act: (index: number) => Promise<unknown>): Promise<void> {
  const began = performance.now();
  const answers: Promise<void>[] = [];
  for (let index = 0; going && perMinute > 0; index += 1) {
    const due = began + (index / perMinute) * 60_000;
    await pause(Math.max(0, due - performance.now()));
    answers.push(
      act(index).then((answer) => {
        if (typeof answer !== 'object' || answer === null || !('ok' in answer) || answer.ok !== true)
          counted.refused += 1;
      }),
    );
  }
  await Promise.all(answers);
}

const crowd = await Promise.all(Array.from({ length: people }, (_, index) => member(index)));
const told = (what: string) =>
  new Promise<void>((resolve) => process.on('message', (message) => message === what && resolve()));
process.send?.('ready');
await told('go');
void told('stop').then(() => {
  going = false;
});
await Promise.all([
  evenly(Number(asks), async (index) => {
    counted.asked += 1;
    const text = wording(1_000_000 + index);
    return crowd[index % people]?.ask('command', {
      id: randomUUID(),
      type: 'question.ask',
      session: 'talk',
      text,
    });
  }),
  evenly(Number(upvotes), async (index) => {
    counted.upvoted += 1;
    const round = Math.floor(index / people);
    // Some are far better liked than others, so that the list would change its order all the time.
    const question = questions[Math.floor((((index * 31) % 97) / 97) ** 2 * questions.length)];
    return crowd[index % people]?.ask('command', {
      id: randomUUID(),
      type: 'question.upvote',
      question,
      on: round % 3 !== 2,
    });
  }),
]);
process.send?.(counted);
for (const socket of crowd) socket.close();
process.disconnect?.();
