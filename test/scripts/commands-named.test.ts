import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { model } from '../../shared/model.ts';

/** Files outside the nouns that name a command, each for what it is there for. */
const named: Record<string, string> = {
  'server/admin-commands.ts': 'the command line ends access',
  'server/first-data.ts': 'the samples are events',
  'server/http/button-routes.ts': 'what a press of a hardware key was',
  'server/http/change-event.ts': 'a file is a programme',
  'server/http/desk-keys.ts': 'what a press of a hardware key is',
  'server/http/invite-routes.ts': 'a link is an invite',
  'server/http/issue-badge.ts': 'who joins again is described anew',
  'server/http/logo-routes.ts': 'a logo is sent as a file',
  'server/http/make-event.ts': 'who makes an event is described',
  'server/http/redeem.ts': 'a link is redeemed',
  'server/live/desk-watch.ts': 'questions are approved where nobody is at a desk',
  'server/live/events.ts': 'a programme makes an event',
  'server/live/retention.ts': 'people are forgotten when it is time',
  'server/live/timekeeper.ts': 'time passes',
  'server/programme/demo/script.ts': 'the demo is a day of commands',
};

/** The names of commands that are no words of their own. */
const types = model.kinds.flatMap(({ type }) => (type.includes('.') ? [type] : []));

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((name) => name.endsWith('.ts'));
}

function namesOne(file: string): boolean {
  const text = readFileSync(file, 'utf8');
  return types.some((type) => text.includes(`'${type}'`));
}

test('[U15] the machinery knows no command by name', () => {
  const machinery = ['shared/state', 'shared/log', 'server/socket', 'server/log', 'server/access'];
  expect(machinery.flatMap(filesIn).filter(namesOne)).toEqual([]);
});

test('[U15] whatever else names a command in server/ is about what that does', () => {
  expect(filesIn('server').filter(namesOne).sort()).toEqual(Object.keys(named).sort());
});
