// Loops that ask for whole views without end, each waiting for its answer, over the badges that are given.
// `node view-loops.mjs ORIGIN EVENT SECONDS TOKEN…` prints how many of each status came.
const [origin, event, seconds, ...tokens] = process.argv.slice(2);
const statuses = {};

async function loop(token) {
  for (;;) {
    const response = await fetch(`${origin}/api/events/${event}/view`, {
      headers: { authorization: `Bearer ${token}` },
    });
    await response.arrayBuffer();
    statuses[response.status] = (statuses[response.status] ?? 0) + 1;
  }
}

for (const token of tokens) void loop(token);
setTimeout(() => {
  console.log(JSON.stringify(statuses));
  process.exit();
}, seconds * 1_000);
