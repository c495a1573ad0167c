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
