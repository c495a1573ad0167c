import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { configSchema } from '../../server/config.ts';

const root = new URL('../../', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, root), 'utf8');
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(read('package.json')));

describe('the documents stay true', () => {
  test.each(['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'])('%s names only scripts that exist', (name) => {
    const named = [...read(name).matchAll(/npm run ([a-z:]+)/g)].map(([, script]) => script ?? '');
    expect(named.filter((script) => !(script in scripts))).toEqual([]);
  });

  test('CONTRIBUTING.md names every script', () => {
    const text = read('CONTRIBUTING.md');
    const command = (script: string) =>
      script === 'start' || script === 'test' ? `npm ${script}` : `npm run ${script}`;
    expect(Object.keys(scripts).filter((script) => !text.includes(`\`${command(script)}\``))).toEqual([]);
  });

  test.each(['README.md', 'CONTRIBUTING.md'])('%s links only to files that exist', (name) => {
    const links = [...read(name).matchAll(/(?:\]\(|src(?:set)?=")([^)"#]+)[)"]/g)].map(
      ([, link]) => link ?? '',
    );
    const local = links.filter((link) => !/^https?:/.test(link));
    expect(local.filter((link) => !existsSync(new URL(link, root)))).toEqual([]);
  });

  test('README.md explains every setting that this version reads', () => {
    const later = ['REDIS_URL', 'BACKUP_TO', 'SMTP_URL'];
    const text = read('README.md');
    const settings = Object.keys(configSchema.shape).filter((name) => !later.includes(name));
    expect(settings.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
  });

  test('the tests run by .ci/run are those of README', () => {
    expect(read('.ci/run')).toContain('npm test');
    expect(read('CONTRIBUTING.md')).toContain('`npm test`');
  });
});
