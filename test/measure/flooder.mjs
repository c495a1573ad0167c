// One person who sends as much as they can, up to 30,000 commands a second, and comes back when cut off.
// `node flooder.mjs ORIGIN EVENT TOKEN SECONDS` prints how many were sent, and how often the connection ended.
import { randomUUID } from 'node:crypto';
import WebSocket from 'ws';

const [origin, event, token, seconds] = process.argv.slice(2);
const address = `${origin.replace(/^http/, 'ws')}/socket.io/?EIO=4&transport=websocket`;
const perTick = 300;
let [sent, cuts, socket] = [0, 0, null];

function open() {
  socket = new WebSocket(address);
  socket.on('open', () => socket.send(`40${JSON.stringify({ event, token })}`));
  socket.on('error', () => undefined);
  socket.on('message', () => undefined);
  socket.on('close', () => {
    cuts += 1;
    setTimeout(open, 10);
  });
}

open();
setInterval(() => {
  if (socket.readyState !== WebSocket.OPEN || socket.bufferedAmount > 4_000_000) return;
  for (let count = 0; count < perTick; count += 1) {
    sent += 1;
    const command = { id: randomUUID(), type: 'question.upvote', question: randomUUID(), on: true };
    socket.send(`42${sent}${JSON.stringify(['command', command])}`);
  }
}, 10);
setTimeout(() => {
  console.log(JSON.stringify({ sent, cuts }));
  process.exit();
}, seconds * 1_000);
