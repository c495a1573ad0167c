// The least a server could do: Socket.IO that acknowledges at once, stores nothing and tells nobody. `baseline.ts`
import { createServer } from 'node:http';
import { Server } from 'socket.io';

const http = createServer((request, response) => {
  request.resume();
  response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify({ token: 'any' }));
});
const io = new Server(http, { serveClient: false, perMessageDeflate: false });
io.on('connection', (socket) => {
  socket.on('command', (body: { show?: unknown }, answer: (outcome: object) => void) => {
    answer({ ok: true, seq: 1 });
    if (body.show !== undefined) io.to('stage').emit('patch', { set: { stage: { show: body.show } } });
  });
  if (socket.handshake.auth['as'] === 'projector') void socket.join('stage');
});
http.listen(0, '127.0.0.1', () => {
  const address = http.address();
  if (address !== null && typeof address === 'object')
    console.log(`listening on http://127.0.0.1:${address.port}`);
});
process.on('SIGTERM', () => process.exit(0));
