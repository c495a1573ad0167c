import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** What lets Node read TypeScript from source. */
export const source = ['--import', './scripts/source.mjs'];

/** Starts a server and gives its origin and what it printed before its last line. */
export async function start(
  args: string[],
  env: NodeJS.ProcessEnv,
): Promise<{ server: ChildProcess; origin: string; printed: string[] }> {
  const server = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const printed: string[] = [];
  const lines = createInterface({ input: server.stdout });
  let port = '';
  for await (const line of lines) {
    printed.push(line);
    port = /listening on http:\/\/[^:]+:(\d+)/.exec(line)?.[1] ?? port;
    if (port !== '' && (env['DATA_DIR'] === undefined || line.includes('Organiser'))) break;
  }
  if (port === '') throw new Error(`The server ended before it listened: ${printed.join(' ')}`);
  server.stdout.resume();
  return { server, origin: `http://127.0.0.1:${port}`, printed };
}

/** The invite in a printed link. */
export function inviteIn(printed: readonly string[], label: string): string {
  const line = printed.find((each) => each.includes(label)) ?? '';
  return line.split('#invite=')[1]?.trim() ?? '';
}

/** A token from a printed link. */
export async function redeem(origin: string, printed: readonly string[], label: string): Promise<string> {
  const invite = inviteIn(printed, label);
  const answer = await fetch(`${origin}/api/events/demo/redeem`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ invite }),
  });
  const { token }: { token: string } = await answer.json();
  return token;
}
