import { expect, test } from 'vitest';
import { differenceOf } from '../../../server/programme/plan/changes/difference.ts';
import { eventText, programmeOf } from '../event-text.ts';

const session = '  - {kind: talk, title: A, start: 2026-04-26 09:00, minutes: 30}\n';
const { programme } = programmeOf(eventText(session));

test('[F16] switches that a file does not name stay, and are no change', () => {
  const before = { ...programme, policy: { moderation: 'after', keepDays: 90 } } as const;
  const changes = (policy: object) => differenceOf(before, { ...programme, policy }).event;
  expect(changes({})).toEqual([]);
  expect(changes({ moderation: 'after' })).toEqual([]);
  expect(changes({ moderation: 'before' })).toMatchObject([
    { field: 'policy', after: { moderation: 'before', keepDays: 90 } },
  ]);
});
