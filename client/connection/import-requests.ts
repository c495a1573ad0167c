import {
  type Imported,
  importedSchema,
  type MadeEvent,
  madeEventSchema,
  type ProgrammeFile,
  programmeFileSchema,
} from '../../shared/wire/import.ts';
import { type Answer, ask, eventPath, eventsPath } from './http.ts';

/** What may be said beside a file: the zone and the first day where it does not say them, and what one had seen. */
export type BesideFile = {
  timezone?: string | undefined;
  date?: string | undefined;
  /** The name in the event's addresses. */
  slug?: string | undefined;
  title?: string | undefined;
  /** The event that is made again. */
  copyOf?: string | undefined;
  seen?: number | undefined;
  /** The sessions on air that may go. */
  removeOnAir?: readonly string[] | undefined;
  /** Which sessions of the file are those of the event: `NEW:OLD`, or `NEW:` for a new one. */
  same?: readonly string[] | undefined;
};

/** Looks at what a file would change of an event; `rows` asks for its sessions one by one. Changes nothing. */
export function lookAtImport(
  slug: string,
  file: Blob,
  beside: BesideFile,
  rows = false,
): Promise<Answer<Imported>> {
  return ask(
    `${eventPath(slug)}/import?${query({ ...beside, dry: 1, rows: rows ? 1 : undefined })}`,
    importedSchema,
    file,
  );
}

/** Changes an event by a file. */
export function importInto(slug: string, file: Blob, beside: BesideFile): Promise<Answer<Imported>> {
  return ask(`${eventPath(slug)}/import?${query(beside)}`, importedSchema, file);
}

/** The event as an event file, and the seq it is of. */
export function readProgramme(slug: string): Promise<Answer<ProgrammeFile>> {
  return ask(`${eventPath(slug)}/programme?as=organizer`, programmeFileSchema);
}

/** Looks at what an event made of a file would hold. Makes nothing. */
export function lookAtMaking(file: Blob, beside: BesideFile): Promise<Answer<Imported>> {
  return ask(`${eventsPath}?${query({ ...beside, dry: 1, rows: 1 })}`, importedSchema, file);
}

/** Makes an event of a file; for the organizer of the installation. */
export function makeEvent(file: Blob, beside: BesideFile): Promise<Answer<MadeEvent>> {
  return ask(`${eventsPath}?${query(beside)}`, madeEventSchema, file);
}

function query(said: Readonly<Record<string, string | number | readonly string[] | undefined>>): string {
  const given = Object.entries(said).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  );
  return new URLSearchParams([['as', 'organizer'], ...given]).toString();
}
