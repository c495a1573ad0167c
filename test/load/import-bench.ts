import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const rooms = 35;
const sessions = 700;
const tries = 3;

/**
 * How long `import --dry-run` takes for a schedule.xml as large as the largest conferences make them, in
 * milliseconds from the command to its end, start of the program included.
 */
export async function measureImport(): Promise<{ bytes: number; sessions: number; ms: number[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'backrow-bench-'));
  try {
    const file = join(folder, 'schedule.xml');
    const text = schedule();
    writeFileSync(file, text);
    const env = { ...process.env, DATA_DIR: join(folder, 'data') };
    const ms = Array.from({ length: tries }, () => {
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
    return { bytes: Buffer.byteLength(text), sessions, ms };
  } finally {
    rmSync(folder, { recursive: true, force: true });
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
