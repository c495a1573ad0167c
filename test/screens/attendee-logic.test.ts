// What the attendee's page works out: order that holds still, lengths, times, links, codes.
import { describe, expect, it } from 'vitest';
import { guessAttendance } from '../../client/attendee/join/first-visit.ts';
import { inviteIn } from '../../client/connection/invite-link.ts';
import { randomId } from '../../client/connection/random-id.ts';
import { cityOf } from '../../client/look/cities.ts';
import { agree, clockTime, dayIn, daysBetween } from '../../client/look/zones.ts';
import { compareOrder } from '../../client/questions/held-order.ts';
import { tidied, typedLength } from '../../client/questions/typed-length.ts';
import { inOrder } from '../../client/start/events.ts';
import { bySupport } from '../../shared/questions/order.ts';

describe('an order that holds still', () => {
  it('says what came, what would move and what has gone', () => {
    const held = compareOrder(['a', 'b', 'c', 'd'], ['c', 'a', 'b', 'e']);
    expect(held).toEqual({ fresh: ['e'], moved: ['c'], gone: ['d'] });
  });

  it('counts the fewest rows that moved', () => {
    expect(compareOrder(['a', 'b', 'c', 'd', 'e'], ['b', 'c', 'd', 'e', 'a']).moved).toEqual(['a']);
    expect(compareOrder(['a', 'b'], ['a', 'b'])).toEqual({ fresh: [], moved: [], gone: [] });
  });

  it('is by upvotes, then by number', () => {
    const rows = [
      { n: 3, upvotes: 2 },
      { n: 1, upvotes: null },
      { n: 2, upvotes: 2 },
    ];
    expect(rows.sort(bySupport).map(({ n }) => n)).toEqual([2, 3, 1]);
  });
});

describe('the length of what is typed', () => {
  it('counts what a reader sees: graphemes, wide ones twice', () => {
    expect(typedLength('Why?')).toBe(4);
    expect(typedLength('é')).toBe(1);
    expect(typedLength('在基准')).toBe(6);
    expect(typedLength('👩‍👩‍👧')).toBe(2);
  });

  it('does not count blanks that are taken out anyway', () => {
    expect(typedLength('  a   b  ')).toBe(3);
    expect(tidied('a \r\n\n\n\n b')).toBe('a\n\nb');
  });
});

describe('times', () => {
  const noon = Date.parse('2026-04-26T12:00:00Z');

  it('are shown in a zone by the name of its city', () => {
    expect(clockTime(noon, 'America/Sao_Paulo')).toBe('09:00');
    expect(cityOf('America/Sao_Paulo')).toBe('São Paulo');
    expect(cityOf('UTC')).toBe('UTC');
  });

  it('are one time where two zones agree', () => {
    expect(agree(noon, 'Europe/Berlin', 'Europe/Paris')).toBe(true);
    expect(agree(noon, 'Europe/Berlin', 'Europe/Lisbon')).toBe(false);
  });

  it('know how many days they are off', () => {
    const late = Date.parse('2026-04-26T23:30:00Z');
    expect(daysBetween('2026-04-26', dayIn(late, 'Asia/Tokyo'))).toBe(1);
    expect(daysBetween('2026-04-27', '2026-04-26')).toBe(-1);
  });
});

describe('links and codes', () => {
  it('finds an invite in the fragment, also where its # was encoded', () => {
    expect(inviteIn('http://h/e/demo/desk#invite=a.b-c')).toEqual({
      invite: 'a.b-c',
      without: 'http://h/e/demo/desk',
    });
    expect(inviteIn('http://h/e/demo/desk%23invite=abc')).toEqual({
      invite: 'abc',
      without: 'http://h/e/demo/desk',
    });
    expect(inviteIn('http://h/e/demo/desk')).toBeNull();
  });

  it('lists the demo first, then what is ahead, then what is over with the latest first', () => {
    const event = (slug: string, day: string) => ({
      slug,
      title: '',
      timezone: 'UTC',
      startsAt: day,
      endsAt: day,
      code: '',
    });
    const days = [
      event('old', '2024-01-01'),
      event('next', '2027-01-01'),
      event('less-old', '2025-01-01'),
      event('demo', '2026-01-01'),
    ];
    expect(inOrder(days, Date.parse('2026-06-01')).map(({ slug }) => slug)).toEqual([
      'demo',
      'next',
      'less-old',
      'old',
    ]);
  });

  it('guesses that somebody is in the room where the code hung there', () => {
    expect(guessAttendance('?room=1')).toBe('inRoom');
    expect(guessAttendance('?ROOM=1')).toBe('inRoom');
    expect(guessAttendance('')).toBe('remote');
  });

  it('makes UUIDs of version 4', () => {
    expect(randomId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
