// Completes package-lock.json with the optional packages of other platforms.
// npm leaves out those that the registry at hand did not offer when the lock was made, and `npm ci` then refuses the lock.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const lockPath = new URL('../package-lock.json', import.meta.url);

const systems = new Set('aix android darwin freebsd linux netbsd openbsd openharmony sunos win32'.split(' '));
const processors = new Set('arm arm64 ia32 loong64 mips64el ppc64 riscv64 s390x wasm32 x64'.split(' '));

/** What `os`, `cpu` and `libc` a platform package is for, read from its name (`@x/cli-linux-x64-musl`). */
export function platformOf(name, siblings = []) {
  if (name === 'fsevents') return { os: ['darwin'] };
  const words = name.slice(name.indexOf('/') + 1).split('-');
  const os = words.find((word) => systems.has(word));
  const cpu = words.find((word) => processors.has(word));
  const abi = words.at(-1);
  let libc;
  if (os === 'linux') {
    if (abi.startsWith('musl')) libc = 'musl';
    else if (abi.startsWith('gnu') || siblings.includes(`${name}-musl`)) libc = 'glibc';
  }
  return { ...(os && { os: [os] }), ...(cpu && { cpu: [cpu] }), ...(libc && { libc: [libc] }) };
}

/** The lock's path of the copy of `name` that a package at `from` would load, or undefined. */
function resolve(packages, from, name) {
  for (let at = from; ; at = at.slice(0, at.lastIndexOf('/node_modules/'))) {
    const path = at ? `${at}/node_modules/${name}` : `node_modules/${name}`;
    if (packages[path]) return path;
    if (!at.includes('/node_modules/')) {
      return packages[`node_modules/${name}`] && `node_modules/${name}`;
    }
  }
}

/** Adds the missing entries to a parsed package-lock.json and answers their paths; changes nothing in a complete one. */
export function complete(lock) {
  const { packages } = lock;
  const added = [];
  for (const [parent, { optionalDependencies = {}, dev }] of Object.entries(packages)) {
    const siblings = Object.keys(optionalDependencies);
    for (const [name, range] of Object.entries(optionalDependencies)) {
      const version = range.replace(/^[\^~=]+/, '');
      const found = resolve(packages, parent, name);
      if (found && (packages[found].version === version || version !== range)) continue;
      const path = found ? `${parent}/node_modules/${name}` : `node_modules/${name}`;
      packages[path] = { version, ...(dev && { dev }), optional: true, ...platformOf(name, siblings) };
      added.push(path);
    }
  }
  const sorted = Object.keys(packages).sort((a, b) => a.localeCompare(b, 'en'));
  lock.packages = Object.fromEntries(sorted.map((path) => [path, packages[path]]));
  return added;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lock = JSON.parse(readFileSync(lockPath, 'utf8'));
  const added = complete(lock);
  if (process.argv.includes('--check')) {
    if (added.length > 0) {
      console.error(`package-lock.json lacks ${added.length} platform packages: run \`npm run lock\`.`);
      console.error(added.join('\n'));
      process.exit(1);
    }
    console.log('package-lock.json is complete.');
  } else if (added.length > 0) {
    writeFileSync(lockPath, `${JSON.stringify(lock, null, 2)}\n`);
    console.log(`Added ${added.length} platform packages to package-lock.json.`);
  } else {
    console.log('package-lock.json is complete.');
  }
}
