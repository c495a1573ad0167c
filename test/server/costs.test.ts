import { RegExpMatcher } from 'obscenity';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { Limits } from '../../server/access/limits.ts';
import { eventFileSchema } from '../../server/programme/file/event-file.ts';
import { unitsOf } from '../../server/socket/text.ts';
import { countUnits } from '../../shared/questions/units.ts';
import { naughty } from '../world/naughty-strings.ts';
import { openWorld } from '../world/world.ts';

const whole = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Counts the graphemes that anybody looks at from here on, and the longest text that is segmented at once. */
function watchSegmenting() {
  const seen = { graphemes: 0, longest: 0 };
  const segment = Intl.Segmenter.prototype.segment;
  const spy = vi.spyOn(Intl.Segmenter.prototype, 'segment').mockImplementation(function (
    this: Intl.Segmenter,
    text: string,
  ) {
    seen.longest = Math.max(seen.longest, text.length);
    const segments = segment.call(this, text);
    const counted = function* (): Generator<Intl.SegmentData, undefined> {
      for (const each of segments) {
        seen.graphemes += 1;
        yield each;
      }
    };
    return { containing: (at) => segments.containing(at), [Symbol.iterator]: counted };
  });
  const stop = () => spy.mockRestore();
  onTestFinished(stop);
  return { seen, stop };
}

/** Keeps the texts in which somebody looks for words that could offend, in their order; each once in a row. */
function watchWords(): string[] {
  const looked: string[] = [];
  const hasMatch = RegExpMatcher.prototype.hasMatch;
  const spy = vi.spyOn(RegExpMatcher.prototype, 'hasMatch').mockImplementation(function (
    this: RegExpMatcher,
    text: string,
  ) {
    if (looked.at(-1) !== text) looked.push(text);
    return hasMatch.call(this, text);
  });
  onTestFinished(() => spy.mockRestore());
  return looked;
}

const ask = (text: string, more: object = {}) => ({
  id: crypto.randomUUID(),
  type: 'question.ask',
  session: 'talk-1',
  text,
  ...more,
});

/** Texts far over their limit, of every kind that takes long to segment. */
const longTexts = [
  '一'.repeat(5_000),
  '\u0928\u0940'.repeat(2_500),
  'e\u0301'.repeat(4_000),
  'ab '.repeat(2_600),
];

describe('[W84] what is sent costs little before it is known whether it is taken', () => {
  it.each(longTexts)(
    'a text far over its limit is refused by its size, with a badge or without',
    async (text) => {
      const world = await openWorld();
      const attendee = await world.joinAs('attendee');
      const looked = watchWords();
      const { seen, stop } = watchSegmenting();
      const stranger = await world.at('/commands', { body: ask(text) });
      expect([stranger.status, stranger.body]).toMatchObject([400, { reason: 'malformed' }]);
      expect(await attendee.send(ask(text))).toMatchObject({
        reason: 'malformed',
        issues: [{ path: 'text', message: expect.stringContaining('over 2000') }],
      });
      stop();
      expect(seen.graphemes).toBe(0);
      expect(looked).toEqual([]);
    },
  );

  it('counting stops a little over the limit, and says by how much where it came so far', async () => {
    const world = await openWorld();
    const attendee = await world.joinAs('attendee');
    const messageOf = async (text: string) => {
      const outcome = await attendee.send(ask(text));
      return outcome.ok ? null : outcome.issues?.[0]?.message;
    };
    const looked = watchWords();
    const { seen, stop } = watchSegmenting();
    expect(await messageOf('é'.repeat(900))).toBe('is more than 20 over 300');
    expect(seen.graphemes).toBeLessThan(400);
    stop();
    expect(seen.longest).toBeLessThanOrEqual(65);
    expect(await messageOf('é'.repeat(320))).toBe('is 20 over 300');
    expect(await messageOf('é'.repeat(301))).toBe('is 1 over 300');
    expect(await messageOf('x'.repeat(321))).toBe('is more than 20 over 300');
    expect(looked).toEqual([]);
    expect(await messageOf('é'.repeat(300))).toBeNull();
    expect(looked).toEqual(['é'.repeat(300)]);
  });

  it('counts in slices what a segmentation of the whole counts, and nothing beyond the limit', () => {
    const texts = [
      ...naughty,
      ...longTexts.map((text) => text.slice(0, 700)),
      '\u{1f1e9}'.repeat(301),
      'a\u{e0100}'.repeat(200),
      '\u1100'.repeat(500),
      `${'\u{1f468}\u200d'.repeat(150)}\u{1f466}`,
      `${'x'.repeat(63)}\u{1f468}\u{1f3fd}`,
    ];
    for (const text of texts) {
      const units = countUnits([...whole.segment(text)].map(({ segment }) => segment));
      expect(unitsOf(text, units), JSON.stringify(text)).toBe(units);
      if (units > 0) expect(unitsOf(text, units - 1), JSON.stringify(text)).toBeNull();
    }
  });

  it('words are looked at in what is taken, and in nothing that role or limits refuse or that was asked before', async () => {
    const world = await openWorld();
    const attendee = await world.joinAs('attendee');
    const looked = watchWords();
    const first = ask('Asked once?');
    await attendee.must(first);
    expect(looked).toEqual(['Asked once?']);
    await attendee.must(first);
    const log = { id: crypto.randomUUID(), type: 'question.log', session: 'talk-1', text: 'Spoken?' };
    expect(await attendee.send(log)).toMatchObject({ reason: 'not-allowed' });
    expect((await world.at('/commands', { body: ask('By a stranger?') })).status).toBe(401);
    expect(looked).toHaveLength(1);
    for (let count = 1; count < 30; count += 1) await attendee.must(ask(`Number ${count}?`));
    for (let count = 0; count < 5; count += 1)
      expect(await attendee.send(ask('One too many?'))).toMatchObject({ reason: 'too-fast' });
    expect(looked).toHaveLength(30);
  });

  it('short texts and replies are counted by nobody', async () => {
    const world = await openWorld({ policy: { moderation: 'after' } });
    const attendee = await world.joinAs('attendee');
    const moderator = await world.joinAs('moderator');
    const question = await attendee.ask('What is counted?');
    const { seen, stop } = watchSegmenting();
    await moderator.must({ type: 'question.answer', question, on: true, reply: 'é'.repeat(4_000) });
    await moderator.must({ type: 'question.label', question, labels: ['été', '一'] });
    await attendee.must({ type: 'report', question, why: '一'.repeat(200) });
    await attendee.must({ type: 'participant.describe', name: '一'.repeat(80) });
    stop();
    expect(seen.graphemes).toBe(0);
  });

  it('a programme is looked at for organizers alone, and its refusals are the same', async () => {
    const world = await openWorld();
    const look = vi.spyOn(eventFileSchema, 'safeParse');
    onTestFinished(() => look.mockRestore());
    const apply = { id: crypto.randomUUID(), type: 'programme.apply', programme: { title: 7 } };
    expect((await world.at('/commands', { body: apply })).status).toBe(401);
    const attendee = await world.joinAs('attendee');
    expect(await attendee.send(apply)).toMatchObject({ reason: 'not-allowed' });
    expect(look).not.toHaveBeenCalled();
    const organizer = await world.joinAs('organizer');
    expect(await organizer.send(apply)).toMatchObject({ reason: 'malformed', issues: expect.any(Array) });
    expect(look).toHaveBeenCalledTimes(1);
  });

  it('commands without a badge are counted by their address, and those with one are not', async () => {
    const world = await openWorld({ env: { TRUST_PROXY: '1' } });
    const { token } = (await world.joinAs('attendee')).seat;
    const address = vi
      .spyOn(Limits.prototype, 'address')
      .mockImplementation((_what, from) => (from === '203.0.113.7' ? { retryAfterMs: 500 } : null));
    onTestFinished(() => address.mockRestore());
    const send = (from: string, more: object = {}, body: unknown = ask('Who is there?')) =>
      world.at('/commands', { body, headers: { 'x-forwarded-for': from }, ...more });
    for (const body of [ask('Who is there?'), ask('一'.repeat(2_000)), { type: 7 }]) {
      const refused = await send('203.0.113.7', {}, body);
      expect([refused.status, refused.body]).toMatchObject([429, { reason: 'too-fast', retryAfterMs: 500 }]);
    }
    expect((await send('203.0.113.8')).status).toBe(401);
    expect((await send('203.0.113.8', {}, { type: 7 })).status).toBe(400);
    expect(address.mock.calls.map(([what]) => what)).toEqual(Array(5).fill('read'));
    expect((await send('203.0.113.7', { token })).status).toBe(200);
    expect(address).toHaveBeenCalledTimes(5);
  });
});
