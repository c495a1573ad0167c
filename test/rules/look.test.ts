import { test as always, fc } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { contrast, darkSurface, holdsWhite, leastContrast, tintOf } from '../../shared/event/accent.ts';
import { shortDigest } from '../../shared/event/logo.ts';
import { auditOf } from '../../shared/views/audit.ts';
import { given } from '../world/given.ts';
import { viewOf } from './viewing.ts';

const lookOf = (day: ReturnType<typeof given>) => day.state.tables.event.get('event')?.policy.look;

test('[E7] contrast is that of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21);
  expect(contrast('#ffffff', '#ffffff')).toBe(1);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  expect([holdsWhite('#767676'), holdsWhite('#777777')]).toEqual([true, false]);
  expect(contrast('#FF0000', '#00ff00')).toBeCloseTo(2.91, 2);
});

always.prop([fc.integer({ min: 0, max: 0xffffff })])(
  '[E7] by night any accent has a tint that can be read on dark surfaces',
  (colour) => {
    const tint = tintOf(`#${colour.toString(16).padStart(6, '0')}`);
    expect(tint).toMatch(/^#[0-9a-f]{6}$/);
    expect(contrast(tint, darkSurface)).toBeGreaterThanOrEqual(leastContrast);
  },
);

/** A colour with so much of another in it, as color-mix does it in sRGB. */
function mixed(colour: string, other: string, part: number): string {
  const [own, its] = [colour, other].map((hex) =>
    [1, 3, 5].map((from) => Number.parseInt(hex.slice(from, from + 2), 16)),
  );
  const channels = own!.map((channel, index) => Math.round(channel * (1 - part) + its![index]! * part));
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

always.prop([fc.integer({ min: 0, max: 0xffffff })])(
  '[E7] a primary button has 4.5:1 in every accent that is taken, at rest and under a hand, by day and by night',
  (colour) => {
    const accent = `#${colour.toString(16).padStart(6, '0')}`;
    fc.pre(holdsWhite(accent));
    // As client/look/button.module.css mixes them with the text of the page.
    for (const ground of [accent, mixed(accent, '#1a1c1e', 0.12)])
      expect(contrast('#ffffff', ground), accent).toBeGreaterThanOrEqual(leastContrast);
    const tint = tintOf(accent);
    for (const ground of [tint, mixed(tint, '#ecedee', 0.12)])
      expect(contrast('#0b1a2b', ground), accent).toBeGreaterThanOrEqual(leastContrast);
  },
);

test('[E7] an accent on which white cannot be read is refused, and nothing of the same command is set', () => {
  const day = given();
  expect(day.when('org', 'policy.set', { look: { accent: '#ffd54a' }, names: false })).toMatchObject({
    ok: false,
    reason: 'malformed',
    code: 'accent-too-light',
  });
  expect(day.state.tables.event.get('event')?.policy).not.toHaveProperty('look');
  expect(day.state.tables.event.get('event')?.policy.names).toBe(true);
  expect(day.when('org', 'policy.set', { look: { accent: '#7a1f5c' } })).toMatchObject({ ok: true });
  expect(lookOf(day)).toEqual({ accent: '#7a1f5c', logo: null });
});

test('[E8] colour and logo are set each by itself; views have a digest of the logo and never its bytes', () => {
  const day = given();
  const logo = '#data:image/png;base64,canary';
  day.when('org', 'policy.set', { look: { logo } });
  day.when('org', 'policy.set', { look: { accent: '#0b57a4' } });
  day.when('mod', 'policy.set', { names: false });
  expect(lookOf(day)).toEqual({ accent: '#0b57a4', logo });
  for (const who of ['ann', 'lov', 'screen', 'mod', 'org'] as const) {
    expect(viewOf(day, who).event?.policy.look, who).toEqual({ accent: '#0b57a4', logo: shortDigest(logo) });
    expect(JSON.stringify(viewOf(day, who)), who).not.toContain('canary');
  }
  day.when('org', 'policy.set', { look: { logo: null } });
  expect(viewOf(day, 'ann').event?.policy.look).toEqual({ accent: '#0b57a4', logo: null });
});

test('[E8] a logo that is replaced comes back by an undo, and is forgotten once the next one is', () => {
  const day = given();
  const [first, second, third] = ['#one', '#two', '#three'];
  for (const logo of [first, second]) day.when('org', 'policy.set', { look: { logo } });
  expect(day.when('org', 'undo', { seq: day.state.seq })).toMatchObject({ ok: true });
  expect(lookOf(day)?.logo).toBe(first);
  expect(day.state.bodies.get(first!)?.text).toBe('one');
  for (const logo of [second, third]) day.when('org', 'policy.set', { look: { logo } });
  expect([first, second, third].map((digest) => day.state.bodies.has(digest!))).toEqual([false, true, true]);
});

test('[E8] a logo goes with whoever set it, once they are forgotten', () => {
  const day = given();
  day.when('org', 'policy.set', { look: { accent: '#0b57a4', logo: '#canary' } });
  day.when('org', 'participant.erase', { participant: 'org' });
  expect(day.state.bodies.has('#canary')).toBe(false);
});

test('[E8] neither the audit nor a conflict has the bytes of a logo', () => {
  const day = given();
  const { seq } = day.state;
  day.when('org', 'policy.set', { look: { logo: '#canary' } });
  const conflict = day.when('mod', 'policy.set', { names: false }, { seen: seq });
  expect(conflict).toMatchObject({ code: 'colleague-changed', now: { policy: { look: { accent: null } } } });
  const { entries } = auditOf(day.state, 'organizer', null, 5);
  expect(entries.some(({ type }) => type === 'policy.set')).toBe(true);
  expect(JSON.stringify([conflict, entries]).replaceAll('"#canary"', '')).not.toContain('canary');
});
