import { createHmac } from 'node:crypto';
import type { Command } from '../../shared/log/command.ts';
import type { Draft } from '../../shared/log/entry.ts';
import { rulesVersion } from '../../shared/log/rules-version.ts';
import type { AskerMarks, Measured, TextLimit } from '../../shared/questions/question.ts';
import type { Programme } from '../../shared/rundown/programme.ts';
import type { Actor } from '../../shared/state/actor.ts';
import type { Model } from '../../shared/state/model.ts';
import type { Body, Digest } from '../../shared/state/personal.ts';
import type { Recorder } from '../../shared/state/recorder.ts';
import { eventOf, type State } from '../../shared/state/state.ts';
import type { Issue } from '../../shared/wire/refusals.ts';
import { withLogoKept } from '../live/kept-logo.ts';
import { seal } from '../log/personal.ts';
import { logoOfAddress, logoSentences } from '../programme/file/logo.ts';
import { checkProgrammeCommand } from '../programme/plan/check-command.ts';
import { programmeOf } from '../programme/plan/programme-of.ts';
import { languageHint } from './language.ts';
import { type CleanText, cleanName, cleanText, unitsOf } from './text.ts';

/** Who stands behind a draft. */
export interface Author {
  by: Actor;
  at: number;
  /** The event that the command is for; null: what it says is only looked at. */
  state: State | null;
  /** The invite of the badge behind the command; null where it has none. */
  through?: string | null;
  /** Signs the marks by which the desk tells people apart. */
  markKey: string;
}

/** How far over its limit a question is counted on, to say by how much it is. */
const countedOver = 20;

/**
 * Makes the draft of a command's entry, as its noun declares it. What a table of the runtime can change is looked at here and
 * in `hinted`, and never again. Save for a programme it takes about a millisecond, whatever was sent.
 */
export function draftOf(
  model: Model,
  { id, type, seen, ...said }: Command,
  author: Author,
): { ok: true; draft: Draft } | { ok: false; issues: Issue[] } {
  const { by, at } = author;
  const { record } = model.kind(type);
  const desk = new WritingDesk(id, author);
  try {
    const data = record ? record(said, desk) : said;
    const { issues, bodies, owner } = desk;
    if (issues.length > 0) return { ok: false, issues };
    const draft = {
      ...{ id, type, data, at, by, rules: rulesVersion },
      ...(seen !== undefined && { seen }),
      ...(bodies.length > 0 && { personal: { owner, bodies } }),
    };
    // Its noun made the data for this type; the log looks at them once more as it writes.
    return { ok: true, draft: draft as Draft };
  } catch (error) {
    if (error instanceof Unrecordable) return { ok: false, issues: desk.issues };
    throw error;
  }
}

/** Nothing can be recorded of a command: what is wrong with it stands among the issues. */
class Unrecordable extends Error {
  override name = 'Unrecordable';
}

/** What one command becomes: gathers the texts that lie beside its entry, and what is wrong with them. */
class WritingDesk implements Recorder {
  readonly id: string;
  readonly bodies: Body[] = [];
  readonly issues: Issue[] = [];
  /** Whose the texts are: their sender's, but for words in somebody's question. */
  owner: string;
  readonly #author: Author;

  constructor(id: string, author: Author) {
    this.id = id;
    this.owner = author.by.participant;
    this.#author = author;
  }

  get by(): Actor {
    return this.#author.by;
  }

  get state(): State | null {
    return this.#author.state;
  }

  get through(): string | null {
    return this.#author.through ?? null;
  }

  cleaned(path: string, raw: string): string {
    const clean = cleanText(raw);
    if (clean.ok && clean.text !== '') return clean.text;
    this.issues.push({ path, message: clean.ok ? 'must not be empty' : clean.message });
    return '';
  }

  keep(text: string, standing: readonly (string | null | undefined)[] = []): Digest {
    const known = standing.find((digest) => digest != null && this.state?.bodies.get(digest)?.text === text);
    if (known != null) return known;
    const body = seal(text);
    this.bodies.push(body);
    return body.digest;
  }

  line(path: string, raw: string, standing?: readonly (string | null | undefined)[]): Digest {
    return this.keep(this.cleaned(path, raw), standing);
  }

  reply(path: string, raw: string): Digest | '' {
    const written = cleanText(raw);
    if (!written.ok) this.issues.push({ path, message: written.message });
    return written.ok && written.text !== '' ? this.keep(written.text) : '';
  }

  name(raw: string, standing?: readonly (string | null | undefined)[]): Digest | null {
    const name = cleanName(raw);
    return name === null ? null : this.keep(name, standing);
  }

  question(path: string, raw: string, most: TextLimit, owner?: string): { text: Digest; measured: Measured } {
    const cleaned = cleanText(raw);
    const units = unitsOrIssue(cleaned, most);
    if (typeof units === 'string') this.issues.push({ path, message: units });
    if (owner !== undefined) this.owner = owner;
    return {
      text: this.keep(cleaned.ok ? cleaned.text : ''),
      measured: { units: typeof units === 'number' ? units : 0 },
    };
  }

  logo(path: string, address: string): Digest {
    const read = logoOfAddress(address);
    if (!read.ok) this.issues.push({ path, message: logoSentences[read.code] });
    return this.keep(address, [this.state && eventOf(this.state)?.policy.look?.logo]);
  }

  marks(): AskerMarks {
    return marksOf(this.#author);
  }

  programme(path: string, raw: Record<string, unknown>): Programme {
    const before = this.state && programmeOf(this.state);
    const checked = checkProgrammeCommand(raw, before ? { before } : {});
    if (checked.ok) {
      const kept = withLogoKept(checked.programme, this.state);
      this.bodies.push(...kept.bodies);
      return kept.programme;
    }
    this.issues.push(...checked.issues.map((issue) => ({ ...issue, path: `${path}.${issue.path}` })));
    throw new Unrecordable();
  }
}

/** The units of a question's text, or what is wrong with it: first by its bytes, which are known. */
function unitsOrIssue(cleaned: CleanText, most: TextLimit): number | string {
  if (!cleaned.ok) return cleaned.message;
  if (cleaned.text === '') return 'must not be empty';
  if (cleaned.bytes > most.bytes) return `is ${cleaned.bytes} bytes long, over ${most.bytes}`;
  const units = unitsOf(cleaned.text, most.units + countedOver);
  if (units === null) return `is more than ${countedOver} over ${most.units}`;
  return units > most.units ? `is ${units - most.units} over ${most.units}` : units;
}

/** [Q32] A draft with the mark of its words, where they could offend: looked for last, in what is taken alone. */
export function hinted(draft: Draft): Draft {
  const { data, personal } = draft;
  if (!('measured' in data)) return draft;
  const words = ('screen' in data ? data.screen : undefined) ?? data.text;
  const text = personal?.bodies.find(({ digest }) => digest === words)?.text;
  const hint = text === undefined ? null : languageHint(text);
  return hint === null
    ? draft
    : Object.assign({}, draft, { data: { ...data, measured: { ...data.measured, hint } } });
}

/** One mark for a person's anonymous questions and one for their named ones; without SECRET nobody can link the two. */
function marksOf({ by, markKey }: Author): AskerMarks {
  const mark = (kind: string) =>
    createHmac('sha256', markKey).update(`${kind} ${by.participant}`).digest('hex').slice(0, 8);
  return { anonymous: mark('anonymous'), named: mark('named') };
}
