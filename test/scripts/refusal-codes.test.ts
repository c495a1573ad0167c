import { expect, test } from 'vitest';
import { codesOf, found, isPure, listedIn, refusing } from '../world/refusing.ts';

test('whatever may refuse says in its comment with which codes', () => {
  const silent = refusing.flatMap((each) => {
    const listed = listedIn(each.doc);
    const missing = [...codesOf(each)].filter((code) => !listed.includes(code));
    return missing.length > 0
      ? [`${each.file} ${each.name}: ${missing.map((code) => `\`${code}\``).join(', ')}`]
      : [];
  });
  expect(silent).toEqual([]);
});

test('no rule says in its comment a code with which it does not refuse', () => {
  const stale = refusing.filter(isPure).flatMap((each) => {
    const codes = codesOf(each);
    return listedIn(each.doc).flatMap((code) =>
      codes.has(code) ? [] : [`${each.file} ${each.name}: ${code}`],
    );
  });
  expect(stale).toEqual([]);
});

test('codes are read out of what a rule asks, too', () => {
  const codes = (file: string, name: string) => {
    const of = found(file, name);
    return of && [...codesOf(of)].sort();
  };
  expect(codes('shared/event/rules.ts', 'announce')).toEqual(['announcement-over']);
  expect(codes('shared/event/rules.ts', 'setPolicy')).toEqual(['accent-too-light']);
  expect(codes('shared/questions/moderate.ts', 'approve')).toEqual(['question-status', 'question-unknown']);
  expect(codes('shared/stage/rules.ts', 'show')).toEqual([
    'poll-unknown',
    'question-status',
    'question-unknown',
    'room-unknown',
  ]);
  expect(codes('shared/questions/merge.ts', 'merge')).toContain('merge-target');
});
