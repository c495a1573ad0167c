import { describe, expect, it } from 'vitest';
import { canonical, sha256 } from '../../server/log/canonical.ts';
import { Lines, LogDamaged, toEntry } from '../../server/log/line.ts';
import { matches, seal } from '../../server/log/personal.ts';
import { model } from '../../shared/model.ts';
import { question, vote } from './drafts.ts';

const lines = new Lines(model);

describe('a line of the log', () => {
  it('[L8] holds neither text nor salt, only the digest', () => {
    const draft = question('Nobody should read this here');
    const [body] = draft.personal?.bodies ?? [];
    const text = canonical(lines.of(draft));
    expect(text).not.toContain('Nobody');
    expect(text).not.toContain(body?.salt);
    expect(text).toContain(body?.digest);
  });

  it('[L7] refuses fields it does not know', () => {
    const line = { ...lines.of(vote()), seq: 1 };
    expect(lines.parse(canonical(line))).toEqual(line);
    expect(() => lines.parse(canonical({ ...line, colour: 'red' }))).toThrow(LogDamaged);
    expect(() => lines.parse(canonical({ ...line, data: { ...line.data, weight: 2 } }))).toThrow(LogDamaged);
    expect(() => lines.parse(canonical({ ...line, type: 'question.like' }))).toThrow(LogDamaged);
    expect(() => lines.parse('{')).toThrow(LogDamaged);
  });

  it('[L8] is an entry without personal texts where none are kept', () => {
    const draft = question('Why?');
    const line = { ...lines.of(draft), seq: 1 };
    expect(toEntry(line, draft.personal?.bodies ?? [])).toEqual({ ...draft, seq: 1 });
    expect(toEntry(line, [])).not.toHaveProperty('personal');
  });
});

describe('canonical text', () => {
  it('[L12] is the same whatever the order of the fields', () => {
    expect(canonical({ b: [1, { d: null, c: 'ü' }], a: true, none: undefined })).toBe(
      '{"a":true,"b":[1,{"c":"ü","d":null}]}',
    );
    expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it('[L12] refuses what would be lost', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, 1n, () => 1, [undefined]])
      expect(() => canonical(value)).toThrow(TypeError);
  });
});

describe('a sealed text', () => {
  it('[L8] has another digest each time, so that equal texts cannot be told', () => {
    const [first, second] = [seal('yes'), seal('yes')];
    expect(first.digest).not.toBe(second.digest);
    expect([matches('yes', first), matches('no', first)]).toEqual([true, false]);
    expect(seal('yes', first.salt)).toEqual(first);
  });
});
