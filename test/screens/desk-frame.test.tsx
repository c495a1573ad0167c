// @vitest-environment happy-dom
// The row that a key acts on is the row that is drawn in the frame, whatever happened to the lists meanwhile.
import { describe, expect, test } from 'vitest';
import { given } from '../world/given.ts';
import { at } from '../world/workshop.ts';
import { Hands } from './desk-hands.ts';
import { openDesk } from './pages.tsx';

describe('[X10] a key acts on the row in the frame', () => {
  /** A desk during talk 1, with what the audience asked of it; `live`: approved already. */
  const deskWith = async (waiting: string[], live: string[] = [], answered: string[] = []) => {
    const day = given();
    day.until(at('08:20'));
    const ids = new Map<string, string>();
    for (const text of [...live, ...answered, ...waiting]) ids.set(text, day.ask('ann', text));
    const id = (text: string) => ids.get(text) ?? text;
    for (const text of [...live, ...answered]) day.when('mia', 'question.approve', { question: id(text) });
    for (const text of answered) day.when('mia', 'question.answer', { question: id(text), on: true });
    const desk = await openDesk(day);
    const statusOf = (text: string) => day.state.tables.questions.get(id(text))?.status;
    const onStage = () => {
      const show = day.state.tables.stages.get('main')?.show;
      return [...ids].find(([, each]) => show?.kind === 'question' && show.question === each)?.[0] ?? null;
    };
    return { day, desk, hands: new Hands(desk), id, statusOf, onStage };
  };

  test('A then S: the last row that waited is approved, keeps the frame, and is shown', async () => {
    const { hands, onStage } = await deskWith(['The only one']);
    await hands.press('j');
    expect(hands.framed).toBe('waiting: The only one');
    await hands.press('a');
    expect(hands.line).toContain('Approved:');
    expect(hands.framed).toContain('The only one');
    await hands.press('s');
    expect(hands.line).toContain('On screen: #');
    expect(onStage()).toBe('The only one');
  });

  test('A and S as fast as hands can: S waits until A is done', async () => {
    const { desk, hands, statusOf, onStage } = await deskWith(['In a hurry']);
    await hands.press('j');
    await desk.pass(1_000);
    const release = desk.connection.hold();
    await desk.keys('as');
    expect([statusOf('In a hurry'), onStage()]).toEqual(['inReview', null]);
    await desk.after(release);
    await desk.pass(1_000);
    expect([statusOf('In a hurry'), onStage()]).toEqual(['live', 'In a hurry']);
  });

  test('a row that the desk came to by itself is deaf for a moment, and hears at once who points at it', async () => {
    const { desk, hands, statusOf } = await deskWith(['Pointed at']);
    expect(hands.framed).toBe('waiting: Pointed at');
    await desk.keys('a');
    expect(statusOf('Pointed at')).toBe('inReview');
    await desk.press(hands.row('waiting', 'Pointed at').element);
    await desk.keys('a');
    expect(statusOf('Pointed at')).toBe('live');
  });

  test('a move by a key of one’s own is no surprise: S acts at once after ] and [, and after a press on a tab', async () => {
    const { desk, hands, onStage } = await deskWith(['Waits'], ['Shown at once'], ['Shown after a press']);
    await hands.goTo('waiting', 'Waits');
    await hands.press(']');
    await desk.keys('s');
    expect(onStage()).toBe('Shown at once');
    await desk.pass(1_000);
    await desk.press(desk.page.getByRole('button', { name: /^Answered 1/ }));
    await desk.keys('s');
    expect(onStage()).toBe('Shown after a press');
  });

  test('what a key does not do since its row has just changed is said, for every way to ask for it', async () => {
    const { day, desk, hands, id, onStage } = await deskWith(['One', 'Two', 'Three'], ['Live', 'Next to it']);
    await hands.goTo('waiting', 'One');
    await hands.press('a');
    expect(hands.framed).toBe('waiting: Two');
    await desk.keys('a');
    expect(hands.line).toBe('The row has just changed. Press A again.');
    expect(day.state.tables.questions.get(id('Two'))?.status).toBe('inReview');
    await hands.press('a');
    await desk.keys('d');
    expect(hands.line).toBe('The row has just changed. Press D again.');
    await hands.goTo('live', 'Live');
    await hands.press('s');
    await desk.keys('j');
    await desk.keys('s');
    expect(hands.line).toBe('The row has just changed. Press S again.');
    expect(onStage()).toBe('Live');
  });

  test('a press on a row that has just come under the pointer is not meant for it, and that is said', async () => {
    const { desk, hands, statusOf } = await deskWith(['One', 'Two', 'Three']);
    await hands.goTo('waiting', 'One');
    await hands.press('a');
    await desk.pass(1_000);
    await desk.press(desk.page.getByRole('button', { name: /Update/ }));
    await desk.press(hands.row('waiting', 'Two').getByRole('button', { name: /^Approve/ }));
    expect(hands.line).toBe('The list has just moved. Press again.');
    expect(statusOf('Two')).toBe('inReview');
  });

  test('a key that is pressed twice on one row is one press, of which nothing more is said', async () => {
    const { desk, hands } = await deskWith([], ['Live']);
    await hands.goTo('live', 'Live');
    await hands.press('s');
    await desk.keys('s');
    expect(hands.line).toContain('On screen: #');
  });

  test('the same while the focus is elsewhere on the desk', async () => {
    const { hands, onStage } = await deskWith(['Looked at from elsewhere']);
    await hands.press('j');
    await hands.leave();
    await hands.press('a');
    expect(hands.line).toContain('Approved:');
    expect(hands.framed).toContain('Looked at from elsewhere');
    await hands.press('s');
    expect(onStage()).toBe('Looked at from elsewhere');
  });

  test('J goes to the list beside where nothing waits, and on from a list in which all is done', async () => {
    const { day, desk, hands } = await deskWith([], ['Live already']);
    await hands.press('j');
    expect(hands.framed).toBe('live: Live already');
    expect(hands.focused).toBe('live: Live already');
    day.ask('bob', 'Waits');
    await desk.look();
    await hands.press('[[');
    expect(hands.framed).toBe('waiting: Waits');
    await hands.press('a');
    expect(hands.line).toContain('Approved:');
    await hands.press('j');
    expect(hands.framed).toMatch(/^live: /);
  });

  test('[ and ] take the frame and the focus along, To review included; what is empty has the focus itself', async () => {
    const { desk, hands, statusOf } = await deskWith(
      ['Not for this room'],
      ['Live with many supporters'],
      ['Taken before'],
    );
    await desk.press(desk.page.getByRole('button', { name: /^Answered 1/ }));
    await hands.press('[[');
    expect(hands.framed).toBe('waiting: Not for this room');
    expect(hands.focused).toBe('waiting: Not for this room');
    await hands.press('n');
    expect(desk.page.getByRole('dialog', { name: /^Why is it declined\?/ })).toBeDefined();
    await desk.keys('1');
    expect(statusOf('Not for this room')).toBe('dismissed');
    expect(statusOf('Live with many supporters')).toBe('live');
    await hands.press('[[');
    await hands.press(']');
    expect(hands.framed).toBe('answered: Taken before');
    const seen: (string | null)[] = [];
    for (let step = 0; step < 5; step += 1) {
      await hands.press(']');
      seen.push(hands.focused);
    }
    expect(seen.map((each) => each?.split(':')[0])).toEqual([
      'kept',
      'notTaken',
      'waiting',
      'live',
      'answered',
    ]);
    expect(seen[3]).toBe('live: Live with many supporters');
    expect(seen[4]).toBe('answered: Taken before');
  });

  test('what a colleague takes away under the frame is no longer meant', async () => {
    const { day, desk, hands, id, statusOf, onStage } = await deskWith([], ['First', 'Second']);
    expect(hands.framed).toBe('live: First');
    await hands.leave();
    day.when('mia', 'question.dismiss', { question: id('First'), why: 'off-topic' });
    await desk.look();
    await desk.pass(2_000);
    expect(hands.framed).toBe('live: Second');
    await hands.press('s');
    expect(hands.line).toContain('On screen: #');
    expect(onStage()).toBe('Second');
    expect(statusOf('First')).toBe('dismissed');
  });

  test('what a filter hides is not acted on, and has the frame again without it', async () => {
    const { desk, hands, onStage } = await deskWith([], ['Hidden by a search', 'Found']);
    const flagged = () => desk.page.getByRole('checkbox', { name: 'Flagged' });
    await hands.goTo('live', 'Hidden by a search');
    await hands.press('/');
    await desk.press(flagged());
    expect(hands.framed).toBeNull();
    await hands.press('s');
    expect(hands.line).toBe('Choose a row first.');
    expect(onStage()).toBeNull();
    await desk.press(flagged());
    expect(hands.framed).toBe('live: Hidden by a search');
    await hands.press('s');
    expect(onStage()).toBe('Hidden by a search');
  });

  test('of several selected none is shown, and a single one that is not in the frame neither', async () => {
    const { hands, onStage } = await deskWith([], ['One', 'Other']);
    await hands.press('x');
    await hands.press('j');
    expect(hands.framed).toBe('live: Other');
    await hands.press('s');
    expect(hands.line).toContain('One at a time');
    expect(onStage()).toBeNull();
    await hands.press('{Escape}');
    await hands.press('s');
    expect(onStage()).toBe('Other');
  });

  test('after Undo the frame is where the next key acts', async () => {
    const { hands, statusOf } = await deskWith(['To and fro']);
    await hands.press('j');
    await hands.press('a');
    await hands.press('z');
    expect(hands.line).toContain('Undone: Approved');
    expect(statusOf('To and fro')).toBe('inReview');
    expect(hands.framed).toBe('waiting: To and fro');
    await hands.press('a');
    expect(statusOf('To and fro')).toBe('live');
  });
});
