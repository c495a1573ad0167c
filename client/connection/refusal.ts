import type { SpokenRefusal } from '../../shared/wire/refusals.ts';

/** Whether a refusal passes by itself, so that trying again can help: the server is away, or asks for patience. */
export function isPassing({ reason }: Pick<SpokenRefusal, 'reason'>): boolean {
  return reason === 'unavailable' || reason === 'too-fast';
}
