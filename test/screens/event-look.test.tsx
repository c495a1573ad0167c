// @vitest-environment happy-dom
import { fireEvent } from '@testing-library/react';
import { expect, test } from 'vitest';
import { answerHttp, type HttpAnswer, type Request } from '../world/fake-http.ts';
import { type Day, given } from '../world/given.ts';
import { pixel } from '../world/logos.ts';
import { openDesk, openOrganizer, openPhone, openStage } from './pages.tsx';

const policyOf = (day: Day) => day.state.tables.event.get('event')?.policy;
const token = (name: string) => document.documentElement.style.getPropertyValue(name);

/** The settings of the organizer's page, and what it asks over HTTP. */
async function openSettings(day: Day, answer?: (request: Request) => HttpAnswer) {
  const page = await openOrganizer(day, { address: '/e/workshop/admin#settings' });
  const asked = answer ? answerHttp(answer) : [];
  return { page, asked };
}

/** An event with a colour and a logo of its own. */
function dressed() {
  const day = given();
  day.when('org', 'policy.set', { look: { accent: '#7a1f5c', logo: '#picture' } });
  return day;
}

test('[E9] a phone wears the event’s colour and its logo before the name, and takes both off as it goes', async () => {
  const phone = await openPhone(dressed());
  expect([token('--event'), token('--event-tint')]).toEqual([
    '#7a1f5c',
    expect.stringMatching(/^#[0-9a-f]{6}$/),
  ]);
  const logo = document.querySelector('header img');
  expect(logo?.getAttribute('src')).toBe('/api/events/workshop/logo?v=#picture');
  expect(logo?.nextElementSibling?.textContent).toBe('Workshop');
  fireEvent.error(logo as Element);
  await phone.look();
  expect(document.querySelector('header img')).toBeNull();
  phone.close();
  expect(token('--event')).toBe('');
});

test('[E9] the desk keeps its own colours', async () => {
  await openDesk(dressed());
  expect(token('--event')).toBe('');
});

test('[E9] a stage shows the logo between things, and never while somebody speaks', async () => {
  const day = dressed();
  const stage = await openStage(day);
  // What was there before fades, and is hidden from readers.
  const logos = () =>
    [...document.querySelectorAll('img')].filter((logo) => logo.closest('[aria-hidden]') === null).length;
  expect(logos()).toBe(1);
  for (const [show, shown] of [
    [{ kind: 'join' }, 1],
    [{ kind: 'scene', scene: 'break' }, 1],
    [{ kind: 'scene', scene: 'end' }, 1],
    [{ kind: 'scene', scene: 'talk' }, 0],
    [{ kind: 'scene', scene: 'qa' }, 0],
    [{ kind: 'timeline' }, 0],
  ] as const) {
    day.when('mod', 'stage.show', { room: 'main', show });
    await stage.look();
    await stage.pass(1_000);
    expect(logos(), JSON.stringify(show)).toBe(shown);
  }
});

test('[E7] a colour on which white cannot be read is told before it is sent; another is saved at once', async () => {
  const day = given();
  const { page } = await openSettings(day);
  const look = page.under('Look');
  const field = look.getByLabelText('Colour of main buttons and of screens’ lines');
  const save = look.getByRole('button', { name: 'Save colour' });
  await page.write(field, '#ffd54a');
  expect(page.wordsUnder('Look')).toContain('White text on it has a contrast of 1.4:1 and cannot be read.');
  expect(save).toHaveProperty('disabled', true);
  await page.write(field, '#7a1f5');
  expect(page.wordsUnder('Look')).toContain('Type six digits, for example #0b57a4.');
  await page.write(field, '7A1F5C');
  expect(page.wordsUnder('Look')).toContain('White text on it has a contrast of 9.6:1.');
  await page.press(save);
  expect(policyOf(day)?.look).toEqual({ accent: '#7a1f5c', logo: null });
  expect(page.wordsUnder('Look')).toContain('Saved.');
  await page.press(look.getByRole('button', { name: 'Use the standard colour' }));
  expect(policyOf(day)?.look?.accent).toBeNull();
});

test('[W94] a logo is sent as it is chosen; one that is too large or no picture is told before', async () => {
  const day = given();
  const { page, asked } = await openSettings(day, () => ({
    status: 400,
    json: { ok: false, reason: 'malformed', code: 'logo-unsafe', message: 'No.' },
  }));
  const choose = (bytes: Buffer, type: string) =>
    page.after(() => {
      const file = new File([new Uint8Array(bytes)], 'logo', { type });
      fireEvent.change(page.under('Look').getByLabelText('Logo'), { target: { files: [file] } });
    });
  await choose(Buffer.alloc(100_001), 'image/png');
  expect(page.wordsUnder('Look')).toContain('this file has 101 kB, and a logo at most 100 kB.');
  await choose(pixel, 'image/gif');
  expect(page.wordsUnder('Look')).toContain('choose a PNG or an SVG file.');
  expect(asked).toEqual([]);
  await choose(pixel, 'image/png');
  expect(asked.map(({ what }) => what)).toEqual(['PUT /api/events/workshop/logo']);
  expect(page.wordsUnder('Look')).toContain('This SVG holds a script');
  day.when('org', 'policy.set', { look: { logo: '#picture' } });
  await page.look();
  await page.press(page.under('Look').getByRole('button', { name: 'Remove logo' }));
  expect(policyOf(day)?.look?.logo).toBeNull();
});

test('[E6] labels are added and removed one by one, none twice, twenty at most', async () => {
  const day = given();
  day.when('org', 'policy.set', { labels: ['methods', 'ethics'] });
  const { page } = await openSettings(day);
  const labels = page.under('Labels');
  const add = async (label: string) => {
    await page.write(labels.getByLabelText('New label'), label);
    await page.press(labels.getByRole('button', { name: 'Add label' }));
  };
  await add('ethics ');
  expect(page.wordsUnder('Labels')).toContain('“ethics” is in the list already.');
  await add('data');
  expect(policyOf(day)?.labels).toEqual(['methods', 'ethics', 'data']);
  await page.press(labels.getByRole('button', { name: 'Remove ethics' }));
  expect(policyOf(day)?.labels).toEqual(['methods', 'data']);
  day.when('org', 'policy.set', { labels: Array.from({ length: 20 }, (_, n) => `label ${n}`) });
  await page.look();
  await page.write(labels.getByLabelText('New label'), 'one more');
  expect(labels.getByRole('button', { name: 'Add label' })).toHaveProperty('disabled', true);
});

test('[F15] a passcode is set, changed and removed, and never shown', async () => {
  const day = given();
  const { page, asked } = await openSettings(day, ({ what }) => ({
    status: 200,
    json:
      what === 'GET /api/events/workshop/programme'
        ? { seq: 7, file: { slug: 'workshop', policy: { names: true } } }
        : importedNothing,
  }));
  const entry = page.under('Entry');
  // The workshop of these tests has one.
  expect(page.wordsUnder('Entry')).toContain('A passcode is set.');
  const field = entry.getByLabelText('Passcode');
  expect(field).toHaveProperty('value', '');
  await page.write(field, 'abc');
  expect(entry.getByRole('button', { name: 'Change passcode' })).toHaveProperty('disabled', true);
  await page.write(field, ' open sesame ');
  await page.press(entry.getByRole('button', { name: 'Change passcode' }));
  expect(await sent(asked)).toEqual({ slug: 'workshop', passcode: 'open sesame' });
  expect(field).toHaveProperty('value', '');
  expect(page.wordsUnder('Entry')).toContain('Saved.');
  await page.press(entry.getByRole('button', { name: 'Remove passcode' }));
  expect(await sent(asked)).toEqual({ slug: 'workshop', passcode: false });
});

const importedNothing = {
  ok: true,
  format: 'event',
  report: { sessions: 0, of: 0, papers: 0, skipped: [], warnings: [] },
  difference: {
    ...{ changed: [], added: [], removed: [], offAir: [], event: [] },
    rooms: { added: [], renamed: [], removed: [] },
    posters: { added: 0, changed: 0, removed: 0 },
  },
  applied: true,
  seq: 8,
};

/** The last file that was sent. */
async function sent(asked: readonly Request[]): Promise<unknown> {
  const body = asked.findLast(({ what }) => what.startsWith('POST'))?.body;
  return body instanceof Blob ? JSON.parse(await body.text()) : body;
}
