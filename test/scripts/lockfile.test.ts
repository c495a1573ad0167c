import { describe, expect, test } from 'vitest';
import { complete, platformOf } from '../../scripts/lockfile.mjs';

/** A lock as npm writes it where the registry knows Linux only. */
function lockOfOnePlatform() {
  return {
    packages: {
      '': { dependencies: { quick: '1.0.0' } },
      'node_modules/@quick/linux-x64': { version: '1.0.0', optional: true },
      'node_modules/quick': {
        version: '1.0.0',
        dev: true,
        optionalDependencies: {
          '@quick/linux-x64': '1.0.0',
          '@quick/linux-x64-musl': '1.0.0',
          '@quick/win32-arm64-msvc': '1.0.0',
          fsevents: '~2.3.3',
        },
      },
    } as Record<string, object>,
  };
}

describe('completing the lock file', () => {
  test('adds the platform packages that are named and not locked, in npm’s order', () => {
    const lock = lockOfOnePlatform();
    expect(complete(lock)).toEqual([
      'node_modules/@quick/linux-x64-musl',
      'node_modules/@quick/win32-arm64-msvc',
      'node_modules/fsevents',
    ]);
    expect(Object.keys(lock.packages)).toEqual([
      '',
      'node_modules/@quick/linux-x64',
      'node_modules/@quick/linux-x64-musl',
      'node_modules/@quick/win32-arm64-msvc',
      'node_modules/fsevents',
      'node_modules/quick',
    ]);
    expect(lock.packages['node_modules/@quick/win32-arm64-msvc']).toEqual({
      version: '1.0.0',
      dev: true,
      optional: true,
      os: ['win32'],
      cpu: ['arm64'],
    });
    expect(lock.packages['node_modules/fsevents']).toMatchObject({ version: '2.3.3', os: ['darwin'] });
  });

  test('changes nothing in a complete lock', () => {
    const lock = lockOfOnePlatform();
    complete(lock);
    const before = JSON.stringify(lock);
    expect(complete(lock)).toEqual([]);
    expect(JSON.stringify(lock)).toBe(before);
  });

  test('puts another version of a locked package below the one that asks for it', () => {
    const lock = lockOfOnePlatform();
    lock.packages['node_modules/old'] = {
      version: '0.9.0',
      optionalDependencies: { '@quick/linux-x64': '0.9.0' },
    };
    expect(complete(lock)).toContain('node_modules/old/node_modules/@quick/linux-x64');
    expect(complete(lock)).toEqual([]);
  });

  test.for([
    ['@biomejs/cli-linux-x64-musl', { os: ['linux'], cpu: ['x64'], libc: ['musl'] }],
    ['@rolldown/binding-linux-arm64-gnu', { os: ['linux'], cpu: ['arm64'], libc: ['glibc'] }],
    ['@rolldown/binding-wasm32-wasi', { cpu: ['wasm32'] }],
    ['lightningcss-darwin-arm64', { os: ['darwin'], cpu: ['arm64'] }],
  ] as const)('reads the platform from %s', ([name, platform]) => {
    expect(platformOf(name)).toEqual(platform);
  });

  test('takes a Linux package without a C library in its name for glibc where a musl one stands beside it', () => {
    expect(platformOf('@quick/linux-x64', ['@quick/linux-x64-musl'])).toMatchObject({ libc: ['glibc'] });
    expect(platformOf('@quick/linux-x64', [])).not.toHaveProperty('libc');
  });
});
