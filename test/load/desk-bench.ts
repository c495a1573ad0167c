import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { inviteIn, source, start } from './bench-server.ts';
import { type Acted, act } from './desk-acts.ts';
import { makeDeskEvent } from './desk-event.ts';
import { type Opened, openDesk } from './desk-opening.ts';
import { installProbe } from './desk-probe.ts';
import { busiest, Tab, type TabMemory } from './tab.ts';

/** What arrives a minute while the desk is used. */
const arriving = { questions: 50, upvotes: 500 } as const;

/** How often the desk is opened, how often its memory is looked at, and for how long the row in focus is watched; ms. */
const opened = 3;
const lookEvery = 10_000;
const watchFor = 60_000;

/** How many questions wait, for how many minutes the desk stays open, and whether to look where its time goes. */
export interface DeskWish {
  waiting: number;
  minutes: number;
  profiled: boolean;
}

/** What was measured at a desk with many waiting questions. */
export interface DeskMeasured {
  /** How fast it was there, each time it was opened. */
  interactive: Opened[];
  acts: Acted;
  /** Milliseconds of a processor that the desk's process used until it was interactive, at most, and while it was worked at. */
  cpu: { opening: number; acting: number };
  /** The row in focus of the list and of Waiting. */
  watched: { moved: number; frames: number; lost: number; longest: number }[];
  /** Megabytes at minutes since the desk was opened. */
  memory: (TabMemory & { minute: number })[];
  crowd: { asked: number; upvoted: number; refused: number };
  profiles: Record<'opening' | 'acting' | 'server', [string, number][]> | null;
}

/** Opens a desk in a real browser, works at it and leaves it open for some minutes while questions and upvotes arrive. */
export async function measureDesk({ waiting, minutes, profiled }: DeskWish): Promise<DeskMeasured> {
  const dataDir = mkdtempSync(join(tmpdir(), 'backrow-bench-'));
  const event = await makeDeskEvent(dataDir, waiting, Date.now());
  const profileDir = join(dataDir, 'profiles');
  const flags = profiled ? ['--cpu-prof', `--cpu-prof-dir=${profileDir}`] : [];
  const env = { DATA_DIR: dataDir, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'error' };
  const { server, origin, printed } = await start([...flags, 'dist/server/main.js', '--empty'], env);
  const gone: (() => Promise<unknown>)[] = [() => end(server)];
  try {
    const crowd = fork(
      'test/load/desk-crowd.ts',
      [origin, event.slug, String(arriving.questions), String(arriving.upvotes), ...event.live],
      { execArgv: source },
    );
    gone.unshift(() => end(crowd));
    await once(crowd, 'message');
    const stage = await Tab.open({ width: 1920, height: 1080 });
    gone.unshift(() => stage.close());
    await stage.page.goto(`${origin}/e/${event.slug}/stage/main#invite=${inviteIn(printed, 'Screen')}`);
    crowd.send('go');
    const invite = inviteIn(printed, 'Moderator');
    const address = `${origin}/e/${event.slug}/desk`;
    const cookies = await cookiesOf(origin, event.slug, invite);
    const openings: Awaited<ReturnType<typeof openDesk>>[] = [];
    for (let time = 1; time <= opened; time += 1)
      openings.push(await openDesk(address, cookies, profiled && time === opened));
    const desk = await Tab.open({ width: 1366, height: 768 });
    gone.unshift(() => desk.close());
    await desk.context.addInitScript(installProbe, 15_000);
    await desk.context.addCookies(cookies.map((cookie) => ({ ...cookie, url: origin })));
    const began = performance.now();
    await desk.page.goto(address);
    await desk.page.waitForSelector('[data-row]');
    const beforeActs = await desk.cpu();
    const acting = profiled ? await desk.profile() : null;
    const acts = await act(desk.page);
    const actingProfile = (await acting?.()) ?? [];
    const cpu = {
      opening: Math.max(...openings.map(({ cpu: used }) => used)),
      acting: (await desk.cpu()) - beforeActs,
    };

    const memory: DeskMeasured['memory'] = [];
    const watched: DeskMeasured['watched'] = [];
    const looked = performance.now();
    const ending = looked + Math.max(minutes * 60_000, 2 * watchFor);
    for (const list of ['live', 'waiting'] as const) {
      await intoList(desk, list);
      await desk.page.evaluate(() => window.deskProbe.watch());
      const until = list === 'live' ? looked + watchFor : ending;
      while (performance.now() < until) {
        await pause(Math.min(lookEvery, Math.max(0, until - performance.now())));
        memory.push({ minute: (performance.now() - began) / 60_000, ...(await desk.memory()) });
      }
      watched.push(await desk.page.evaluate(() => window.deskProbe.watched()));
    }
    crowd.send('stop');
    const [counted]: DeskMeasured['crowd'][] = await once(crowd, 'message');
    if (!counted) throw new Error('The crowd said nothing');
    if (profiled) await end(server);
    const profiles = profiled
      ? { opening: openings.at(-1)?.profile ?? [], acting: actingProfile, server: profileIn(profileDir) }
      : null;
    return { interactive: openings, acts, cpu, watched, memory, crowd: counted, profiles };
  } finally {
    for (const go of gone) await go();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** The cookies that a moderator's browser has after its link was opened once. */
async function cookiesOf(
  origin: string,
  slug: string,
  invite: string,
): Promise<{ name: string; value: string }[]> {
  const redeemed = await fetch(`${origin}/api/events/${slug}/redeem`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ invite }),
  });
  if (!redeemed.ok) throw new Error(`The moderator is not let in: ${redeemed.status}`);
  return redeemed.headers.getSetCookie().map((cookie) => {
    const { name = '', value = '' } = /^(?<name>[^=]+)=(?<value>[^;]*)/.exec(cookie)?.groups ?? {};
    return { name, value };
  });
}

/** Puts the focus on a row that is in view in the middle of a list. */
async function intoList({ page }: Tab, list: 'live' | 'waiting'): Promise<void> {
  await page.locator(`[data-row][data-list="${list}"]`).nth(2).focus();
  await page.keyboard.press('j');
  await page.waitForFunction(
    (name) => document.querySelector(`[data-current="true"][data-list="${name}"]`) !== null,
    list,
  );
}

/** The largest profile of a folder: the one of the process's main thread. */
function profileIn(folder: string): [string, number][] {
  const [largest = '{}'] = readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .toSorted((a, b) => b.length - a.length);
  return busiest(JSON.parse(largest));
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  await exited;
}
