// The browser that the journeys drive: Debian's chromium, installed where that is possible.
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const fonts = ['fonts-liberation', 'fonts-noto-core', 'fonts-noto-cjk', 'fonts-noto-color-emoji'];
const update = ['apt-get', 'update'];
const install = ['apt-get', 'install', '-y', '--no-install-recommends', 'chromium', ...fonts];

/** Makes sure that `chromium` is on PATH, or exits 1 with the command that puts it there. */
export function ensureChromium() {
  if (onPath('chromium')) return;
  const prefix = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  if (onPath('apt-get') && works([...prefix, 'true'])) {
    console.log('Installing chromium for the browser tests (about a minute)');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    for (const command of [update, install]) show([...prefix, ...command], env);
    if (onPath('chromium')) return;
  }
  console.error(
    [
      'The tests need a browser: no `chromium` is on PATH, and it could not be installed from here. Run:',
      '',
      `  sudo ${update.join(' ')} && sudo ${install.join(' ')}`,
      '',
      'or put any Chromium on PATH under that name.',
    ].join('\n'),
  );
  process.exit(1);
}

/** Whether a program of this name can be run. */
function onPath(program) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

function works([program, ...args]) {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}

/** Runs a command with its output hidden unless it fails. */
function show([program, ...args], env) {
  const { status, stdout, stderr } = spawnSync(program, args, { env, encoding: 'utf8' });
  if (status !== 0) console.error(`${stdout}${stderr}\nThis command failed: ${[program, ...args].join(' ')}`);
}
