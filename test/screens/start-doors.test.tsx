// @vitest-environment happy-dom
// The doors before an event: a code that is typed, and a link that does not open.
import { describe, expect, test, vi } from 'vitest';
import { Admitted } from '../../client/start/admitted.tsx';
import { CodeForm } from '../../client/start/code-form.tsx';
import { isBroken } from '../../client/start/invite-text.ts';
import { spoken } from '../../server/refusals/spoken.ts';
import { FakeConnection } from '../world/fake-connection.ts';
import { answerHttp } from '../world/fake-http.ts';
import { given } from '../world/given.ts';
import { openScreen } from '../world/open-screen.tsx';
import { refuse } from '../world/refuse.ts';

const open = (screen: React.ReactNode) => openScreen(new FakeConnection(given(), 'ann'), screen);

/** An invite of an event, signed by nobody. */
const inviteOf = (event: string) =>
  `${btoa('{"alg":"HS256"}')}.${btoa(JSON.stringify({ event }))}.${'s'.repeat(43)}`;

const problem = () => document.getElementById('code-problem')?.textContent;

describe('a code that is typed', () => {
  test('is asked for where there is none [X31]', async () => {
    const page = await open(<CodeForm />);
    await page.press(page.page.getByRole('button', { name: 'Join' }));
    expect(problem()).toBe('Type the code first. It is on the screen in the room.');
    expect(document.activeElement?.tagName).toBe('INPUT');
  });

  test('stays where it was typed if it leads nowhere, until it is changed [X31]', async () => {
    const asked = answerHttp(() => ({ status: 404, json: null }));
    const page = await open(<CodeForm />);
    const field = page.page.getByRole<HTMLInputElement>('textbox');
    await page.write(field, 'klmx');
    await page.press(page.page.getByRole('button', { name: 'Join' }));
    expect(asked).toMatchObject([{ what: 'GET /j/KLMX' }]);
    expect(field.value).toBe('klmx');
    expect(problem()).toContain('There is no event with the code KLMX.');
    await page.write(field, 'klm4');
    expect(problem()).toBe('');
  });

  test('goes where it leads', async () => {
    answerHttp(() => ({ status: 200, json: null }));
    const gone = vi.spyOn(location, 'assign').mockImplementation(() => undefined);
    const page = await open(<CodeForm />);
    await page.write(page.page.getByRole('textbox'), 'klm4');
    await page.press(page.page.getByRole('button', { name: 'Join' }));
    expect(gone).toHaveBeenCalledWith('/j/KLM4');
    gone.mockRestore();
  });
});

describe('a link that does not open', () => {
  test('is incomplete where its end is missing or says nothing, or names this very event [X31]', () => {
    const whole = inviteOf('workshop');
    expect(isBroken(whole.slice(0, -40), 'workshop')).toBe(true);
    expect(isBroken('nonsense', 'workshop')).toBe(true);
    expect(isBroken(whole, 'workshop')).toBe(true);
    expect(isBroken(inviteOf('*'), 'workshop')).toBe(true);
    expect(isBroken(whole, 'another')).toBe(false);
  });

  const opened = async (invite: string, refusal: Parameters<typeof spoken>[0]) => {
    answerHttp(() => ({ status: 403, json: spoken(refusal) }));
    return open(
      <Admitted slug="workshop" as="moderator" invite={invite}>
        Inside
      </Admitted>,
    );
  };

  test('says so, and offers no try that cannot help [X31]', async () => {
    const page = await opened(
      inviteOf('workshop'),
      refuse('not-allowed', 'invite-elsewhere', { of: 'invite' }),
    );
    expect(page.text).toContain('This link is incomplete; copy it whole.');
    expect(page.text).not.toContain('not for this event');
    expect(page.page.queryByRole('button', { name: 'Try again' })).toBeNull();
  });

  test('says once whom to ask [X31]', async () => {
    const page = await opened(inviteOf('old'), refuse('not-allowed', 'invite-expired', { of: 'invite' }));
    expect(page.text.match(/Ask the organisers/g)).toHaveLength(1);
  });

  test('is tried again with the same invite where the server was not there', async () => {
    let there = false;
    answerHttp(() => (there ? { status: 200, json: joined } : 'lost'));
    const page = await open(
      <Admitted slug="workshop" as="moderator" invite={inviteOf('later')}>
        Inside
      </Admitted>,
    );
    there = true;
    await page.press(page.page.getByRole('button', { name: 'Try again' }));
    expect(page.text).toBe('Inside');
  });
});

const joined = {
  token: 'badge',
  role: 'moderator',
  participant: { id: 'mod', name: null, attendance: 'inRoom' },
  scope: {},
};
