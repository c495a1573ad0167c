import type { CommandType } from '../../shared/log/command.ts';
import { model } from '../../shared/model.ts';

/** The names of all commands of a workshop day, in the order of its nouns. */
export const commandTypes = model.kinds.flatMap(({ type, schema }) =>
  schema === null ? [] : type,
) as readonly CommandType[];
