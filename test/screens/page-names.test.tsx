// @vitest-environment happy-dom
// What pages are called in tabs and to screen readers, and what their buttons are called to whoever says what they see.
import { describe, expect, test } from 'vitest';
import { Routes } from '../../client/routes.tsx';
import { Gate } from '../../client/start/gate.tsx';
import { spoken } from '../../server/refusals/spoken.ts';
import { FakeConnection } from '../world/fake-connection.ts';
import { answerHttp } from '../world/fake-http.ts';
import { given } from '../world/given.ts';
import { openScreen } from '../world/open-screen.tsx';
import { refuse } from '../world/refuse.ts';
import { at } from '../world/workshop.ts';
import { Hands } from './desk-hands.ts';
import { openDesk, openLectern, openOrganizer, openPhone, openSpeaker, openStage } from './pages.tsx';

/** The workshop during talk 1, with a question in each list of the desk. */
function duringTalk() {
  const day = given();
  day.until(at('08:20'));
  const [live = '', answered = ''] = ['Live?', 'Answered?', 'Waiting?'].map((text) => day.ask('ann', text));
  for (const question of [live, answered]) day.when('mia', 'question.approve', { question });
  day.when('mia', 'question.answer', { question: answered, on: true });
  return day;
}

describe('[X13] every page is called by itself, its room or session, and the event', () => {
  test.each([
    ['Workshop', openPhone],
    ['(1) Desk · Room 204 · Workshop', openDesk],
    ['Organiser · Workshop', openOrganizer],
    ['Screen · Room 204 · Workshop', openStage],
    ['Lectern · Room 204 · Workshop', openLectern],
    ['Speaker · Title of talk-1 · Workshop', openSpeaker],
  ])('%s', async (title, open) => {
    await open(duringTalk());
    expect(document.title).toBe(title);
  });

  test('(1) Chair · Room 204 · Workshop', async () => {
    await openDesk(duringTalk(), 'mod', { address: '/e/workshop/desk?form=chair' });
    expect(document.title).toBe('(1) Chair · Room 204 · Workshop');
  });

  test('one that leads nowhere by what it says', async () => {
    await openScreen(new FakeConnection(given(), 'mod'), <Routes invite={null} />, { address: '/nowhere' });
    expect(document.title).toBe('There is no such page · Backrow');
  });

  test('a link that makes no events by what it says', async () => {
    answerHttp(() => ({ status: 403, json: spoken(refuse('not-allowed', 'invite-elsewhere')) }));
    await openScreen(new FakeConnection(given(), 'org'), <Routes invite="wrong" />);
    expect(document.title).toBe('This link cannot make events · Backrow');
  });

  test('an event that is not there by what it says', async () => {
    const desk = new FakeConnection(given(), 'mod');
    desk.refuse(spoken(refuse('unknown', 'event-unknown')));
    const gate = (
      <Gate slug="another" as="moderator">
        The desk
      </Gate>
    );
    await openScreen(desk, gate, { unheard: true });
    expect(document.title).toBe('There is no event “another” here · Backrow');
  });
});

describe('a page that needs a link', () => {
  test.each([
    ['moderator', '/e/workshop/desk', 'npx backrow invite workshop --role moderator'],
    ['organizer', '/e/workshop/admin', 'npx backrow invite workshop --role organizer'],
    ['speaker', '/e/workshop/speaker/talk-1', 'npx backrow invite workshop --role speaker --session talk-1'],
    ['speaker', '/e/workshop/monitor/main', 'npx backrow invite workshop --role speaker --room main'],
  ] as const)('of a %s says which, and how it is made: %s', async (as, address, command) => {
    const connection = new FakeConnection(given(), 'mod');
    connection.refuse(spoken(refuse('no-badge', 'join-first')));
    const gate = (
      <Gate slug="workshop" as={as}>
        Inside
      </Gate>
    );
    const page = await openScreen(connection, gate, { address, unheard: true });
    const role = as === 'organizer' ? 'an organiser’s' : `a ${as}’s`;
    expect(page.page.getByRole('heading', { name: `This page needs ${role} link` })).toBeDefined();
    expect(page.text).toContain(command);
    expect(page.text).not.toContain('Inside');
    expect(page.page.getByRole('link').getAttribute('href')).toBe('/e/workshop');
  });
});

describe('[X14] what stands on a button or a link is part of what it is called', () => {
  test('on the desk, with each of its panels', async () => {
    answerHttp(() => 'lost');
    const desk = await openDesk(duringTalk());
    const hands = new Hands(desk);
    const faults = misnamed();
    await desk.press(desk.page.getByRole('button', { name: 'More' }));
    // Words and the key beside them are two parts of one name.
    const lines = desk.page
      .getAllByRole('menuitem')
      .map(({ children }) => [...children].map(({ textContent }) => textContent).join(' '));
    const panels = lines.filter((name) => !/^(All actions|Chair)/.test(name));
    await desk.keys('{Escape}');
    expect(panels.length).toBeGreaterThan(0);
    for (const panel of panels) {
      await hands.open(panel);
      for (const change of desk.page.queryAllByRole('button', { name: /^(Unlock|Change) / }))
        await desk.press(change);
      faults.push(...misnamed());
    }
    expect(faults).toEqual([]);
  });

  test.each([
    ['an organizer’s page', openOrganizer],
    ['a phone', openPhone],
    ['a display', openStage],
    ['the lectern', openLectern],
    ['a speaker’s page', openSpeaker],
  ])('on %s', async (_name, open) => {
    await open(duringTalk());
    expect(misnamed()).toEqual([]);
  });

  test('in the chair’s view', async () => {
    await openDesk(duringTalk(), 'mod', { address: '/e/workshop/desk?form=chair' });
    expect(misnamed()).toEqual([]);
  });
});

/** Buttons and links whose words or digits are not in their accessible name (WCAG 2.5.3). */
function misnamed(): string[] {
  const all = document.querySelectorAll(':is(button, a, summary, [role=button])[aria-label]');
  const plain = (text: string) => text.normalize().replace(/\s+/g, ' ').trim().toLowerCase();
  return [...all].flatMap((each) => {
    const seen = plain(each.textContent);
    const name = plain(each.getAttribute('aria-label') ?? '');
    return /[\p{L}\p{N}]/u.test(seen) && !name.includes(seen) ? [`${seen}: ${name}`] : [];
  });
}
