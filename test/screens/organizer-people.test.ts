// People who run the event: their codes and links, and when they were last seen.
import { describe, expect, it } from 'vitest';
import { inSeenOrder, seenWords } from '../../client/people/seen-words.ts';
import { codeOf, typedAt } from '../../client/people/staff-code.ts';
import { isStaffCode } from '../../client/start/events.ts';
import type { CrewView } from '../../shared/views/view.ts';
import type { Invited } from '../../shared/wire/http.ts';
import { fixtureNow } from './fixture-views.ts';

const minute = 60_000;
const ago = (minutes: number) => new Date(fixtureNow - minutes * minute).toISOString();

describe('a code that stands for a link', () => {
  const made: Invited = {
    event: 'demo',
    role: 'moderator',
    path: '/e/demo/desk#invite=secret',
    invite: 'secret',
    expiresAt: ago(-9_000),
    code: 'KLM4PQR7',
    codeExpiresAt: ago(-9.5),
  };

  it('is read in two halves, says how long it holds and has a short address of its own', () => {
    expect(codeOf(made, fixtureNow, 'http://ask.example.org')).toEqual({
      halves: ['KLM4', 'PQR7'],
      minutes: 10,
      address: 'http://ask.example.org/j/KLM4PQR7',
    });
    expect(typedAt('http://192.168.0.7:3000')).toBe('192.168.0.7:3000/j/');
  });

  it('is not shown once it is over', () => {
    expect(codeOf(made, fixtureNow + 9.5 * minute, 'http://h')).toBeNull();
  });

  it('is told from an event’s code by its eight characters, in any case and spacing', () => {
    expect(isStaffCode(' klm4 pqr7 ')).toBe(true);
    expect(isStaffCode('KLM4-PQR7')).toBe(true);
    expect(isStaffCode('KLM 4')).toBe(false);
  });
});

describe('who came by a link', () => {
  const person = (id: string, changes: Partial<CrewView> = {}): CrewView => ({
    id,
    name: id,
    role: 'moderator',
    connected: false,
    seenAt: ago(5),
    revoked: false,
    ...changes,
  });

  it('was last seen so long ago, at a time of the venue', () => {
    const words = (seenAt: string | null) => seenWords({ seenAt }, fixtureNow, 'America/Sao_Paulo');
    expect(words(ago(0.4))).toBe('Last seen less than a minute ago, at 09:32 (São Paulo)');
    expect(words(ago(1))).toBe('Last seen 1 minute ago, at 09:32 (São Paulo)');
    expect(words(ago(89))).toBe('Last seen 89 minutes ago, at 08:04 (São Paulo)');
    expect(words(ago(24 * 60))).toBe('Last seen Sat 25 Apr, 09:33 (São Paulo)');
    expect(words(null)).toBe('Not seen since the server started');
  });

  it('stands in an order that says who can be asked: here, lately here, never, revoked', () => {
    const order = inSeenOrder([
      person('out', { revoked: true, connected: true }),
      person('never', { seenAt: null }),
      person('before', { seenAt: ago(90) }),
      person('lately'),
      person('here', { connected: true, seenAt: null }),
    ]);
    expect(order.map(({ id }) => id)).toEqual(['here', 'lately', 'before', 'never', 'out']);
  });
});
