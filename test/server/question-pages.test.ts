import { describe, expect, test } from 'vitest';
import { type QuestionPage, questionPageSchema } from '../../shared/wire/questions.ts';
import { openWorld, type World } from '../world/world.ts';

/** An event in which some wait, some were not taken, and one is in the list. */
async function asked() {
  const world = await openWorld();
  const moderator = await world.joinAs('moderator', { name: 'Mo' });
  const ann = await world.joinAs('attendee', { name: 'Ánn', attendance: 'remote' });
  const bob = await world.joinAs('attendee', { name: 'Bob' });
  const ids: string[] = [];
  for (let index = 0; index < 12; index += 1)
    ids.push(await (index % 3 === 0 ? bob : ann).ask(`Naïve question ${index}?`, { anonymous: index === 3 }));
  const [first = '', second = '', third = ''] = ids;
  await moderator.must({ type: 'question.approve', question: first });
  await moderator.must({ type: 'question.dismiss', question: second, why: 'same' });
  await moderator.must({ type: 'question.merge', question: third, into: first });
  return { world, moderator, ann, bob, ids };
}

/** Questions as they were asked; those of one millisecond by their ids. */
function asAsked(world: World, ids: readonly string[]): string[] {
  const { questions } = world.running().live.state.tables;
  const askedAt = (id: string) => questions.get(id)?.askedAt ?? 0;
  return ids.toSorted((one, other) => askedAt(one) - askedAt(other) || (one < other ? -1 : 1));
}

async function pageOf(world: World, token: string, query = ''): Promise<QuestionPage> {
  const { status, body } = await world.at(`/questions${query}`, { token });
  expect(status).toBe(200);
  return questionPageSchema.parse(body);
}

describe('[W90] the questions of an event, by pages', () => {
  test('come newest first, and oldest first after one, each once', async () => {
    const { world, moderator, ids: made } = await asked();
    const ids = asAsked(world, made);
    const { token } = moderator.seat;
    const all = await pageOf(world, token);
    expect(all.questions.map(({ id }) => id)).toEqual(ids.toReversed());
    expect(all).toMatchObject({ total: 12, more: false });
    const seen: string[] = [];
    let before = '';
    for (let more = true; more; ) {
      const page = await pageOf(world, token, `?limit=5${before && `&before=${before}`}`);
      seen.push(...page.questions.map(({ id }) => id));
      before = seen.at(-1) ?? '';
      ({ more } = page);
    }
    expect(seen).toEqual(ids.toReversed());
    const inReview = ids.filter((id) => !made.slice(0, 3).includes(id));
    const after = await pageOf(world, token, `?status=inReview&after=${inReview[0]}&limit=2`);
    expect(after.questions.map(({ id }) => id)).toEqual(inReview.slice(1, 3));
    expect(after).toMatchObject({ total: 9, more: true });
    const oldest = await pageOf(world, token, '?order=oldest&limit=3');
    expect(oldest.questions.map(({ id }) => id)).toEqual(ids.slice(0, 3));
  });

  test('whatever is decided between two pages moves no row from one to the next', async () => {
    const { world, moderator, ids: made } = await asked();
    const ids = asAsked(world, made);
    const { token } = moderator.seat;
    const first = await pageOf(world, token, '?status=inReview&limit=4');
    const last = first.questions.at(-1)?.id ?? '';
    await moderator.must({ type: 'question.dismiss', question: last, why: 'same' });
    const second = await pageOf(world, token, `?status=inReview&limit=4&before=${last}`);
    expect([...first.questions, ...second.questions].map(({ id }) => id)).toEqual(
      ids
        .filter((id) => !made.slice(0, 3).includes(id))
        .slice(1)
        .toReversed(),
    );
  });

  test('are found by status, session, asker, target, ids, words and filters', async () => {
    const { world, moderator, ids } = await asked();
    const found = async (query: string) => {
      const page = await pageOf(world, moderator.seat.token, query);
      expect(page.total).toBe(page.questions.length);
      return page.questions.map(({ id }) => ids.indexOf(id)).toSorted((a, b) => a - b);
    };
    expect(await found('?status=dismissed,live')).toEqual([0, 1]);
    expect(await found('?session=talk-2')).toEqual([]);
    expect(await found('?session=talk-1&status=merged')).toEqual([2]);
    expect(await found(`?into=${ids[0]}`)).toEqual([2]);
    expect(await found(`?ids=${ids[4]},${ids[7]}`)).toEqual([4, 7]);
    expect(await found('?search=NAIVE%2011')).toEqual([11]);
    expect(await found('?search=%231')).toEqual([0]);
    expect(await found('?search=bob')).toEqual([0, 6, 9]);
    expect(await found('?search=ann&status=inReview')).toEqual([4, 5, 7, 8, 10, 11]);
    expect(await found('?attendance=remote&status=dismissed,merged')).toEqual([1, 2]);
    expect(await found('?flagged=1')).toEqual([]);
    const { questions } = await pageOf(world, moderator.seat.token, `?ids=${ids[6]}`);
    expect(await found(`?asker=${encodeURIComponent(questions[0]?.asker ?? '')}`)).toEqual([0, 6, 9]);
  });

  test('what it does not know is refused, and so is everybody but the staff', async () => {
    const { world, moderator, ann } = await asked();
    const { token } = moderator.seat;
    for (const query of [
      '?unknown=1',
      '?limit=101',
      '?limit=0',
      '?status=new',
      '?before=1',
      '?flagged=yes',
      '?ids=',
      `?order=oldest&after=${'00000000-0000-4000-8000-000000000000'}`,
    ])
      expect(await world.at(`/questions${query}`, { token }), query).toMatchObject({
        status: 400,
        body: { reason: 'malformed' },
      });
    const nobody = '00000000-0000-4000-8000-000000000000';
    expect(await world.at(`/questions?before=${nobody}`, { token })).toMatchObject({ status: 404 });
    expect(await world.at('/questions', { token: ann.seat.token })).toMatchObject({ status: 403 });
    expect(await world.at('/questions')).toMatchObject({ status: 401 });
  });

  test('no page says who asked anonymously', async () => {
    const { world, moderator, bob, ids } = await asked();
    const { status, body } = await world.at(`/questions?ids=${ids[3]}`, { token: moderator.seat.token });
    expect(status).toBe(200);
    expect(JSON.stringify(body)).not.toContain(bob.seat.participant);
    expect(JSON.stringify(body)).not.toContain('Bob');
  });
});
