// What the tests need of Debian: the browser that the journeys drive, a reverse proxy before it, and what watches system calls.
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const fonts = ['fonts-liberation', 'fonts-noto-core', 'fonts-noto-cjk', 'fonts-noto-color-emoji'];

/** The programs, by name, with the packages that bring them. */
const programs = {
  chromium: ['chromium', ...fonts],
  // The same browser without a window of its own: journeys take a third less.
  'chromium-headless-shell': ['chromium-headless-shell', ...fonts],
  nginx: ['nginx'],
  strace: ['strace'],
};

/** Where Debian puts programs of the system, which are on the PATH of its administrator alone. */
const systemFolder = '/usr/sbin';

/** Makes sure that the programs with these names can be run, or exits 1 with the command that puts them there. */
export function ensurePrograms(names) {
  const wanted = missing(names);
  if (wanted.length === 0) return;
  const update = ['apt-get', 'update'];
  const packages = wanted.flatMap((name) => programs[name]);
  const install = ['apt-get', 'install', '-y', '--no-install-recommends', ...packages];
  const prefix = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  if (there('apt-get') && works([...prefix, 'true'])) {
    console.log(`Installing ${wanted.join(' and ')} for the tests (about a minute)`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    for (const command of [update, install]) show([...prefix, ...command], env);
    // Debian starts what it installs; the tests start their own, on this computer's address alone.
    if (wanted.includes('nginx')) works([...prefix, 'systemctl', 'disable', '--now', 'nginx']);
    if (missing(names).length === 0) return;
  }
  console.error(
    [
      `The tests need programs that are not on PATH and could not be installed from here: ${missing(names).join(', ')}. Run:`,
      '',
      `  sudo ${update.join(' ')} && sudo ${install.join(' ')}`,
      '',
      'or put them on PATH under these names.',
    ].join('\n'),
  );
  process.exit(1);
}

function missing(names) {
  return names.filter((name) => !there(name));
}

/** Whether a program of this name can be run. */
function there(program) {
  return [...(process.env.PATH ?? '').split(delimiter), systemFolder].some((folder) => {
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
