import * as z from 'zod/mini';
import type { nouns } from '../model.ts';
import type { Model } from '../state/model.ts';
import type { CommandSchema } from '../state/noun.ts';

type SchemaOf<K> = K extends { schema: infer S extends CommandSchema } ? S : never;

type Schema = SchemaOf<(typeof nouns)[number]['kinds'][number]>;

/** Every command that may come from outside. */
export type Command = z.infer<Schema>;
export type CommandType = Command['type'];

/**
 * What every command of a model is parsed with; unknown fields are refused. Another model's commands are typed like ours:
 * whoever handles a command without being its noun knows it by its envelope alone.
 */
export function commandSchemaOf({ kinds }: Model): z.ZodMiniType<Command> {
  const [first, ...others] = kinds.flatMap(({ schema }) => schema ?? []) as Schema[];
  if (!first) throw new Error('A model needs a command');
  return z.discriminatedUnion('type', [first, ...others]);
}
