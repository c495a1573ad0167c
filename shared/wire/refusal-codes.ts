import { nouns } from '../model.ts';
import type { RefusalReason } from './reasons.ts';
import { serverRefusals } from './server-refusals.ts';

type Known = (typeof nouns)[number]['refusals'] | typeof serverRefusals;

/** Every finer word for a refusal: what each noun declares beside its rules, and the server's own. */
export type RefusalCode = Known extends infer R ? (R extends R ? keyof R & string : never) : never;

/** The reason that each of them belongs to. */
export const refusalCodes: Readonly<Record<RefusalCode, RefusalReason>> = Object.assign(
  {},
  ...nouns.map(({ refusals }) => refusals),
  serverRefusals,
);
