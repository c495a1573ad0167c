import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { redeem, start } from './bench-server.ts';

const rooms = 35;
const sessions = 700;
const tries = 3;

/**
 * How long a schedule.xml as large as the largest conferences make them takes, in milliseconds: `uploaded` to a running
 * server that says what it read of it, the first time and the next ones; and by `command`, from `import --dry-run` to its
 * end, start of the program included.
 */
export async function measureImport(): Promise<{
  bytes: number;
  sessions: number;
  uploaded: number[];
  command: number[];
}> {
  const folder = mkdtempSync(join(tmpdir(), 'backrow-bench-'));
  try {
    const file = join(folder, 'schedule.xml');
    const text = schedule();
    writeFileSync(file, text);
    const env = { ...process.env, DATA_DIR: join(folder, 'data') };
    const uploaded = await uploads(text, join(folder, 'served'));
    const command = Array.from({ length: tries }, () => {
      const began = performance.now();
      const printed = execFileSync(
        process.execPath,
        ['dist/server/cli.js', 'import', '--dry-run', '--json', '--timezone', 'Europe/Brussels', file],
        { env, encoding: 'utf8' },
      );
      const took = Math.round(performance.now() - began);
      const [report]: { ok: boolean; sessions: number }[] = JSON.parse(printed);
      if (report?.ok !== true || report.sessions < sessions)
        throw new Error(`It was not read: ${printed.slice(0, 300)}`);
      return took;
    });
    return { bytes: Buffer.byteLength(text), sessions, uploaded, command };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function uploads(text: string, dataDir: string): Promise<number[]> {
  const env = { DATA_DIR: dataDir, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'error' };
  const { server, origin, printed } = await start(['dist/server/main.js'], env);
  try {
    const token = await redeem(origin, printed, 'Organiser');
    const took: number[] = [];
    for (let attempt = 0; attempt <= tries; attempt += 1) {
      const began = performance.now();
      const answer = await fetch(`${origin}/api/events?dry=1&timezone=Europe/Brussels`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
        body: text,
      });
      const { report }: { report?: { sessions: number } } = await answer.json();
      took.push(Math.round(performance.now() - began));
      if ((report?.sessions ?? 0) < sessions) throw new Error(`It was not read: ${answer.status}`);
      // Whoever looks at a file looks again, but not at once.
      await new Promise((resolve) => setTimeout(resolve, 2_000));
    }
    return took;
  } finally {
    server.kill('SIGTERM');
    await once(server, 'exit');
  }
}

/** Two days of talks in many rooms, with abstracts in HTML as such files have them. */
function schedule(): string {
  const days = ['2026-02-07', '2026-02-08'].map((date, day) => {
    const inRooms = Array.from({ length: rooms }, (_, room) => {
      const events = Array.from({ length: sessions / 2 / rooms }, (_each, place) => event(day, room, place));
      return `<room name="Room ${room}">${events.join('')}</room>`;
    });
    return `<day index="${day + 1}" date="${date}">${inRooms.join('')}</day>`;
  });
  const conference =
    '<conference><acronym>big</acronym><title>A big conference</title><start>2026-02-07</start><end>2026-02-08</end><days>2</days><day_change>09:00:00</day_change></conference>';
  return `<?xml version="1.0" encoding="UTF-8"?>\n<schedule>${conference}${days.join('')}</schedule>`;
}

function event(day: number, room: number, place: number): string {
  const id = 1 + day * 10_000 + room * 100 + place;
  const start = `${String(9 + Math.floor(place * 0.8)).padStart(2, '0')}:${String(Math.round(place * 48) % 60).padStart(2, '0')}`;
  const abstract = `&lt;p&gt;${'What this talk is about, in a paragraph of the usual length, with &lt;em&gt;words&lt;/em&gt; that stand out. '.repeat(13)}&lt;/p&gt;`;
  return `<event id="${id}"><start>${start}</start><duration>00:45</duration><room>Room ${room}</room><slug>talk_${id}</slug><title>Talk ${id}</title><subtitle></subtitle><track>Track ${room}</track><type>devroom</type><language></language><abstract>${abstract}</abstract><description></description><persons><person id="${id}">Speaker ${id}</person></persons><links></links></event>`;
}
