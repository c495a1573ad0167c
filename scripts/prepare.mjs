// Brings node_modules and dist up to date and does nothing where they are. Runs before anything is installed: plain Node only.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const modulesStamp = join(root, 'node_modules', '.backrow-installed');
const buildStamp = join(root, 'dist', '.built-from');
const sources = [
  'client',
  'server',
  'shared',
  'docs/moderator-card.md',
  'docs/chair-script.md',
  'docs/screens.md',
  'docs/drawings',
  'package-lock.json',
  'scripts/help-drawings.ts',
  'scripts/help-pages.css',
  'scripts/help-pages.ts',
  'scripts/icu-catalogues.ts',
  'scripts/icu-message.ts',
  'scripts/never-used.ts',
  'scripts/precompress.ts',
  'scripts/shared-with-list.ts',
  'tsconfig.json',
  'vite.config.ts',
  'vite.server.config.ts',
];

/** A command that failed: what was run, and all that it printed. */
class StepFailed extends Error {
  constructor(command, output, code) {
    super(`${output.trimEnd()}\n\nThis command failed (${code}):\n  ${command}`);
  }
}

/**
 * Installs the packages, then builds, each only where something is missing or stale.
 * `say` hears about each step as it begins. On failure the output is shown and the process exits.
 */
export async function prepare(say = () => {}) {
  await withModules(say);
  await orExit(async () => {
    const source = hashOf(sources.flatMap(filesBelow));
    const changed = read(buildStamp) !== source;
    say(`2/3 Building${changed ? ' (some seconds)' : ''}`);
    if (changed) await build(source);
  });
}

/** Installs the packages where one is missing or stale, and nothing else. Says and fails as `prepare` does. */
export async function withModules(say = () => {}) {
  await orExit(async () => {
    requireNode();
    const stale = !installed();
    say(`1/3 Installing${stale ? ' (the first time takes a minute or two)' : ''}`);
    if (stale) await install();
  });
}

/** Does a step; where a command of it failed, shows its output and exits. */
async function orExit(step) {
  try {
    await step();
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new StepFailed(
    'node',
    `Backrow needs Node.js 20.19 or newer, and this is ${process.versions.node}.`,
    1,
  );
}

/** Whether node_modules fits package-lock.json and this Node; remembers a yes in a stamp. */
function installed() {
  if (!existsSync(join(root, 'node_modules'))) return false;
  const wanted = installationHash();
  if (read(modulesStamp) === wanted) return true;
  if (!installedByHand()) return false;
  writeFileSync(modulesStamp, wanted);
  return true;
}

function installationHash() {
  const hash = createHash('sha256');
  hash.update([process.platform, process.arch, process.versions.modules].join());
  return hashOf(['package.json', 'package-lock.json'], hash);
}

/** Whether somebody's own `npm ci` or `npm install` has put there what the lock asks for. */
function installedByHand() {
  const lock = parse('package-lock.json')?.packages ?? {};
  const there = parse('node_modules/.package-lock.json')?.packages;
  const manifest = parse('package.json');
  if (!there) return false;
  for (const kind of ['dependencies', 'devDependencies']) {
    if (JSON.stringify(manifest[kind]) !== JSON.stringify(lock[''][kind])) return false;
  }
  for (const [path, { version, optional }] of Object.entries(lock)) {
    if (path !== '' && (there[path] ? there[path].version !== version : !optional)) return false;
  }
  try {
    const Database = createRequire(import.meta.url)('better-sqlite3');
    new Database(':memory:').close();
    return true;
  } catch {
    return false; // not built, or built for another Node
  }
}

async function install() {
  const command = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  const npm = npmProgram();
  await run(npm ? process.execPath : 'npm', npm ? [npm, ...command] : command);
  writeFileSync(modulesStamp, installationHash());
}

/** npm's own JavaScript file, so that no shell and no npm.cmd is needed; undefined where it is not found. */
function npmProgram() {
  const beside = dirname(process.execPath);
  return [
    process.env.npm_execpath ?? '',
    join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ].find((path) => path.endsWith('npm-cli.js') && existsSync(path));
}

async function build(source) {
  rmSync(buildStamp, { force: true });
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const env = { ...process.env, NODE_ENV: 'production' };
  const builds = ['vite.config.ts', 'vite.server.config.ts'].map((config) =>
    run(process.execPath, [vite, 'build', '--config', config], env),
  );
  for (const result of await Promise.allSettled(builds)) {
    if (result.status === 'rejected') throw result.reason;
  }
  mkdirSync(dirname(buildStamp), { recursive: true });
  writeFileSync(buildStamp, source);
}

/** Runs a program without a shell and keeps its output to itself unless it fails; a stop signal stops it too. */
function run(program, args, env = process.env) {
  return new Promise((done, fail) => {
    const command = [program, ...args].map((word) => (/\s/.test(word) ? `"${word}"` : word)).join(' ');
    const child = spawn(program, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const stop = () => child.kill();
    process.once('SIGTERM', stop);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    child.on('error', (error) => fail(new StepFailed(command, error.message, error.code)));
    child.on('close', (code, signal) => {
      process.off('SIGTERM', stop);
      if (code === 0) done();
      else fail(new StepFailed(command, output, signal ?? `exit code ${code}`));
    });
  });
}

/** The files below a folder, in an order that does not hang on the file system; a file is its own. */
function filesBelow(path) {
  const found = statSync(join(root, path), { throwIfNoEntry: false });
  if (!found?.isDirectory()) return [path];
  return readdirSync(join(root, path))
    .filter((name) => !name.startsWith('.'))
    .sort()
    .flatMap((name) => filesBelow(`${path}/${name}`));
}

function hashOf(paths, hash = createHash('sha256')) {
  for (const path of paths) hash.update(`\0${path}\0`).update(read(path) ?? '');
  return hash.digest('hex');
}

/** A file's text, or undefined where there is none. */
function read(path) {
  const file = resolve(root, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function parse(path) {
  return JSON.parse(read(path) ?? 'null');
}
