import type { Programme } from '../../../shared/rundown/programme.ts';
import type { EventFile } from '../file/event-file.ts';
import { resolveLocal, writeLocal } from '../file/local-time.ts';
import { toProgramme } from '../plan/to-programme.ts';
import { readEventFile } from '../read/read-event-file.ts';
import { icbinb2026 } from './samples.ts';
import { type DemoStep, demoScript } from './script.ts';

const minute = 60_000;

/** How long Invited Talk 2 has been running when the demo begins, in milliseconds. */
const demoInto = 18 * minute;

/** The demo: its programme, and what simulated people have done in it so far, in order. */
export interface Demo {
  programme: Programme;
  script: DemoStep[];
}

/**
 * The day of ICBINB 2026 moved so that Invited Talk 2 has been running for 18 minutes at `now` (epoch
 * milliseconds); planned times lie on whole minutes, so it began up to 59 s after its plan. The programme is to be
 * applied before the first step of the script. The same `now` gives the same demo.
 */
export function demoEvent(now: number): Demo {
  const read = readEventFile(icbinb2026);
  if (!read.ok) throw new Error(`The sample cannot be read: ${read.issues[0]?.message}`);
  const talk2 = now - demoInto;
  const planned = Math.floor(talk2 / minute) * minute;
  const { code: _, ...file } = moved(read.file, 'talk-2', planned);
  const made = toProgramme({ ...file, slug: 'demo', title: `${file.title} (demo)` });
  if (!made.ok) throw new Error(`The demo does not fit together: ${made.issues[0]?.message}`);
  const startOf = (id: string) =>
    made.programme.sessions.find((session) => session.id === id)?.start ?? planned;
  const script = demoScript({ opening: startOf('opening'), talk1: startOf('talk-1') + minute, talk2, now });
  return { programme: made.programme, script };
}

/** The same file with all its times moved so that one session starts at an instant (epoch milliseconds). */
function moved(file: EventFile, session: string, to: number): EventFile {
  const instant = (written: string) => resolveLocal(written, file.timezone)?.at ?? to;
  const from = file.sessions.find(({ id }) => id === session)?.start;
  const by = from === undefined ? 0 : to - instant(from);
  const shifted = (written: string) => writeLocal(instant(written) + by, file.timezone);
  return {
    ...file,
    sessions: file.sessions.map((each) => ({
      ...each,
      start: shifted(each.start),
      ...(each.end !== undefined && { end: shifted(each.end) }),
    })),
  };
}
