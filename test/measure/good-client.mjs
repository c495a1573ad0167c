// Somebody who upvotes and takes back for some seconds, nine times a second: prints in how many milliseconds it was
// acknowledged. `node good-client.mjs ORIGIN EVENT TOKEN QUESTION SECONDS`.
import { randomUUID } from 'node:crypto';
import WebSocket from 'ws';

const [origin, event, token, question, seconds] = process.argv.slice(2);
const socket = new WebSocket(`${origin.replace(/^http/, 'ws')}/socket.io/?EIO=4&transport=websocket`);
const sent = new Map();
const took = [];
let number = 0;

socket.on('open', () => socket.send(`40${JSON.stringify({ event, token })}`));
socket.on('message', (data) => {
  const text = data.toString();
  if (text === '2') socket.send('3');
  if (text.startsWith('42["view"')) begin();
  const answered = /^43(\d+)(\[.*)$/.exec(text);
  if (!answered) return;
  const [outcome] = JSON.parse(answered[2]);
  if (!outcome.ok) throw new Error(answered[2]);
  took.push(performance.now() - sent.get(Number(answered[1])));
});

function begin() {
  const timer = setInterval(() => {
    number += 1;
    const command = { id: randomUUID(), type: 'question.upvote', question, on: number % 2 === 1 };
    sent.set(number, performance.now());
    socket.send(`42${number}${JSON.stringify(['command', command])}`);
  }, 111);
  setTimeout(() => clearInterval(timer), seconds * 1_000);
  setTimeout(
    () => {
      // Who was never answered waited at least until now.
      const now = performance.now();
      while (took.length < number) took.push(now - Math.max(...sent.values()) + 10_000);
      console.log(JSON.stringify(took));
      process.exit();
    },
    seconds * 1_000 + 5_000,
  );
}
