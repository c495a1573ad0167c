import { accessSync, constants, existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';

const root = new URL('../../', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, root), 'utf8');

const { scripts, engines } = z
  .object({ scripts: z.record(z.string(), z.string()), engines: z.object({ node: z.string() }) })
  .parse(JSON.parse(read('package.json')));

const stepSchema = z.union([
  z.strictObject({ uses: z.string(), with: z.record(z.string(), z.unknown()).optional() }),
  z.strictObject({ run: z.string(), if: z.string().optional() }),
]);

const workflow = z
  .strictObject({
    name: z.string(),
    on: z.strictObject({
      push: z.strictObject({ branches: z.array(z.string()) }),
      pull_request: z.null(),
    }),
    permissions: z.record(z.string(), z.string()),
    concurrency: z.strictObject({ group: z.string(), 'cancel-in-progress': z.boolean() }),
    jobs: z.record(
      z.string(),
      z.strictObject({
        name: z.string(),
        strategy: z
          .strictObject({
            'fail-fast': z.boolean(),
            matrix: z.strictObject({ node: z.array(z.number()), os: z.array(z.string()).optional() }),
          })
          .optional(),
        'runs-on': z.string(),
        container: z.string().optional(),
        'timeout-minutes': z.number(),
        steps: z.array(stepSchema),
      }),
    ),
  })
  .parse(parse(read('.github/workflows/ci.yml')));

const jobs = Object.entries(workflow.jobs);
const steps = jobs.flatMap(([, job]) => job.steps);
const lines = steps.flatMap((step) => ('run' in step ? [step.run] : []));

describe('the workflow for a public forge', () => {
  test('may read the repository and nothing else, and hands no credentials on', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    const checkouts = steps.filter((step) => 'uses' in step && step.uses.startsWith('actions/checkout@'));
    expect(checkouts).toHaveLength(jobs.length);
    for (const step of checkouts) expect(step).toMatchObject({ with: { 'persist-credentials': false } });
  });

  test('runs under Node 20, 22 and 24, of which the first is the oldest that is supported', () => {
    const matrices = jobs.flatMap(([, { strategy }]) => strategy?.matrix ?? []);
    for (const { node } of matrices) expect(node).toEqual([20, 22, 24]);
    expect(matrices).toHaveLength(2);
    expect(engines.node).toMatch(/^>=20\./);
  });

  test('runs on three systems, and builds the image', () => {
    expect(workflow.jobs['systems']?.strategy?.matrix.os?.map((os) => os.split('-')[0])).toEqual([
      'ubuntu',
      'macos',
      'windows',
    ]);
    expect(lines.some((line) => line.startsWith('docker build ') && line.endsWith(' .'))).toBe(true);
    expect(existsSync(new URL('Dockerfile', root))).toBe(true);
  });

  test('takes only actions of the forge itself, each by its major version', () => {
    const used = steps.flatMap((step) => ('uses' in step ? [step.uses] : []));
    expect(used.filter((action) => !/^actions\/[a-z-]+@v\d+$/.test(action))).toEqual([]);
  });

  test('names only scripts, files and folders that exist', () => {
    const named = lines.flatMap((line) => [...line.matchAll(/npm run ([a-z:]+)/g)].map(([, name]) => name));
    expect(named).toContain('check');
    expect(named.filter((name) => name === undefined || !(name in scripts))).toEqual([]);
    const folders = lines.flatMap((line) => line.match(/test\/\w+/g) ?? []);
    expect(folders.filter((folder) => !existsSync(new URL(folder, root)))).toEqual([]);
  });

  test('runs everything as a person does before a push', () => {
    expect(workflow.jobs['debian']?.steps).toContainEqual({ run: '.ci/run' });
    accessSync(new URL('.ci/run', root), constants.X_OK);
  });

  test('ends each job in time', () => {
    expect(jobs.filter(([, job]) => job['timeout-minutes'] > 60)).toEqual([]);
  });
});

describe('what the forge asks people', () => {
  const forms = readdirSync(new URL('.github/ISSUE_TEMPLATE', root)).filter((name) => name !== 'config.yml');
  const fieldSchema = z.strictObject({
    type: z.enum(['markdown', 'textarea', 'input', 'dropdown', 'checkboxes']),
    id: z.string().optional(),
    attributes: z.record(z.string(), z.unknown()),
    validations: z.strictObject({ required: z.boolean() }).optional(),
  });

  test.each(forms)('%s has a form that a forge can show', (name) => {
    const { body } = z
      .strictObject({
        name: z.string(),
        description: z.string(),
        title: z.string(),
        body: z.array(fieldSchema),
      })
      .parse(parse(read(`.github/ISSUE_TEMPLATE/${name}`)));
    const asked = body.filter(({ type }) => type !== 'markdown');
    expect(asked.filter(({ id, attributes }) => !id || typeof attributes['label'] !== 'string')).toEqual([]);
    expect(new Set(asked.map(({ id }) => id)).size).toBe(asked.length);
  });

  test('an issue about what goes wrong sends holes elsewhere', () => {
    expect(read('.github/ISSUE_TEMPLATE/bug.yml')).toContain('SECURITY.md');
  });

  test('a change says what it is, how it was tried, how it looks, and what the release says of it', () => {
    const template = read('.github/PULL_REQUEST_TEMPLATE.md');
    const headings = [...template.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    expect(headings).toEqual(['Summary', 'Test plan', 'Checklist', 'Before and after', 'Release note']);
    const named = [...template.matchAll(/npm run ([a-z:]+)/g)].map(([, name]) => name ?? '');
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  test('the code of conduct says where to turn to', () => {
    expect(read('CODE_OF_CONDUCT.md')).toContain('](SECURITY.md)');
  });
});
