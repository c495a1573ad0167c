import type { Issue } from '../../../shared/wire/refusals.ts';
import { type EventFile, eventFileSchema } from '../file/event-file.ts';
import { atMost, type Path, placed } from '../file/issues.ts';
import { readText } from '../file/read-text.ts';
import { findingsOf } from '../file/sentences.ts';
import { findingsOfRest } from '../plan/findings-of-rest.ts';

/** An event file that can be read and holds only what it may, or everything that is wrong with it. */
export type ReadFile =
  | { ok: true; file: EventFile; warnings: Issue[]; lineOf: ((path: Path) => number) | undefined }
  | { ok: false; issues: Issue[] };

/**
 * Reads an event file in YAML or JSON (at most 5 MB). Gives the file and how to find the line of any field, or
 * all errors at once, each with its path, its line (from 1) and a sentence. Whether times, rooms and references
 * fit together is for `toProgramme`; only beside other errors it is said here already. A `fileName` is named
 * where the whole file is meant. A file of one line, as programs write them, has paths and no lines.
 */
export function readEventFile(text: string, { fileName }: { fileName?: string } = {}): ReadFile {
  const read = readText(text);
  if ('unreadable' in read) return { ok: false, issues: atMost(read.unreadable, fileName) };
  const lineOf = text.trimEnd().includes('\n') ? read.lineOf : undefined;
  const parsed = eventFileSchema.safeParse(read.value);
  if (parsed.success) {
    return { ok: true, file: parsed.data, warnings: placed(read.warnings, lineOf), lineOf };
  }
  const findings = findingsOf(parsed.error, read.value);
  const all = [...findings, ...findingsOfRest(read.value, findings, lineOf)];
  return { ok: false, issues: atMost(placed(all, lineOf), fileName) };
}
