import { expect, it, vi } from 'vitest';
import { Followers } from '../../server/log/followers.ts';
import { Lines, toEntry } from '../../server/log/line.ts';
import { model } from '../../shared/model.ts';
import { vote } from './drafts.ts';

const lines = new Lines(model);

const entry = (seq: number) => toEntry({ ...lines.of(vote()), seq }, []);

it('[L4] reads what another writer put between two entries', async () => {
  const followers = new Followers(
    2,
    async (after) =>
      [3, 4, 5].filter((seq) => seq > after).map((seq) => ({ entry: entry(seq), mark: `mark-${seq}` })),
    () => {},
  );
  const heard: string[] = [];
  followers.add(2, ({ seq }, mark) => heard.push(`${seq} ${mark}`));
  followers.durable(entry(5), 'mark-5');
  await vi.waitFor(() => expect(heard).toEqual(['3 mark-3', '4 mark-4', '5 mark-5']));
});

it('[L4] gives a follower that is ahead of the log nothing it has', () => {
  const followers = new Followers(
    2,
    async () => [],
    () => {},
  );
  const heard: number[] = [];
  followers.add(4, ({ seq }) => heard.push(seq));
  for (const seq of [3, 4, 5]) followers.durable(entry(seq), '');
  expect(heard).toEqual([5]);
});

it('[L4] stops a follower whose entries cannot be read, and says so once', async () => {
  const failed = vi.fn<(error: unknown) => void>();
  const followers = new Followers(2, async () => Promise.reject(new Error('unreadable')), failed);
  const heard: number[] = [];
  followers.add(0, ({ seq }) => heard.push(seq));
  await vi.waitFor(() => expect(failed).toHaveBeenCalledTimes(1));
  followers.durable(entry(3), '');
  expect(heard).toEqual([]);
});
