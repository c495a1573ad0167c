import { event } from './event/noun.ts';
import { log } from './log/noun.ts';
import { people } from './people/noun.ts';
import { questions } from './questions/noun.ts';
import { rundown } from './rundown/noun.ts';
import { stage } from './stage/noun.ts';
import { type Model, modelOf } from './state/model.ts';

/** The nouns of a workshop day, each after what it imports; last what is done with any of them. */
export const nouns = [people, event, rundown, questions, stage, log] as const;

/** What a workshop day is made of. */
export const model: Model = modelOf(nouns);
