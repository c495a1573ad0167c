// People who ask for the whole view again and again and come back when cut off; `deaf` ones never read what they get.
// `node hostile-phones.mjs ORIGIN EVENT SECONDS deaf|reading TOKEN…` prints what they asked for and what came of it.
import WebSocket from 'ws';

const [origin, event, seconds, how, ...tokens] = process.argv.slice(2);
const address = `${origin.replace(/^http/, 'ws')}/socket.io/?EIO=4&transport=websocket`;
/** Requests of one person a second: more than a person may say. */
const perSecond = 40;
const told = { asked: 0, cuts: 0, bytes: 0 };

function phone(token) {
  let socket = null;
  const open = () => {
    socket = new WebSocket(address);
    socket.on('open', () => socket.send(`40${JSON.stringify({ event, token })}`));
    socket.on('error', () => undefined);
    socket.on('message', (data) => {
      const text = data.toString();
      told.bytes += text.length;
      if (text === '2') socket.send('3');
      if (how === 'deaf' && text.startsWith('40')) socket.pause();
    });
    socket.on('close', () => {
      told.cuts += 1;
      setTimeout(open, 100);
    });
  };
  open();
  setInterval(() => {
    if (socket.readyState !== WebSocket.OPEN) return;
    told.asked += 1;
    socket.send('42["resume",{}]');
  }, 1_000 / perSecond);
}

for (const token of tokens) phone(token);
setTimeout(() => {
  console.log(JSON.stringify(told));
  process.exit();
}, seconds * 1_000);
