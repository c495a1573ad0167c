import { type Command, commandSchemaOf } from '../../shared/log/command.ts';
import { serverActor } from '../../shared/state/actor.ts';
import type { Model } from '../../shared/state/model.ts';
import type { Refusal } from '../../shared/wire/refusals.ts';
import { malformed, understand } from './parse.ts';
import { draftOf } from './to-entry.ts';

/** Reads the commands of a model. */
export class CommandReader {
  readonly #model: Model;
  readonly #schema: ReturnType<typeof commandSchemaOf>;

  constructor(model: Model) {
    this.#model = model;
    this.#schema = commandSchemaOf(model);
  }

  /**
   * The command in what was sent, or why there is none: too large, or not of the shape of a command.
   * Refuses: `message-too-large`, `malformed`.
   */
  read(raw: unknown): Command | Refusal {
    const understood = understand(this.#schema, raw);
    return understood.ok ? understood.value : understood;
  }

  /**
   * What is wrong with the texts of a command, whoever sends it; null where nothing is. What takes long to look at is not
   * looked at: that costs too much to be done for anybody.
   * Refuses: `malformed`.
   */
  wrongIn(command: Command, at: number): Refusal | null {
    if (this.#model.kind(command.type).costly) return null;
    const drafted = draftOf(this.#model, command, { by: serverActor, at, state: null, markKey: '' });
    return drafted.ok ? null : malformed(drafted.issues);
  }
}
