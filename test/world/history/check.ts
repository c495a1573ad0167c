import { durabilityFaults } from './durability.ts';
import type { History } from './history.ts';
import { orderFaults } from './ordering.ts';
import { streamFaults } from './streams.ts';
import { type FinalView, voteFaults } from './votes.ts';

/**
 * Everything that a history breaks of I1–I5, I8, I15 and I16 (docs/reliability.md says what these are), each in words
 * that begin with its number; nothing where it holds. `views` are what clients saw at the end.
 */
export function faultsOf(history: History, views: readonly FinalView[]): string[] {
  return [
    ...durabilityFaults(history),
    ...orderFaults(history),
    ...streamFaults(history),
    ...voteFaults(history, views),
  ];
}
