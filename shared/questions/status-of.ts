import type { FieldOf } from '../state/noun.ts';

/** The status of the question that a command names: what it may do depends on that. */
export function statusOf({ question }: { question?: string | undefined }): FieldOf | undefined {
  return question === undefined ? undefined : { of: 'questions', id: question, field: 'status' };
}
