import { type MadeProgramme, type Making, toProgramme } from '../plan/to-programme.ts';
import { readEventFile } from './read-event-file.ts';

/** From the text of an event file (YAML or JSON) to its programme, or all that is wrong with path and line. */
export function importEvent(
  text: string,
  making: Omit<Making, 'lineOf'> & { fileName?: string } = {},
): MadeProgramme {
  const { fileName, ...rest } = making;
  const read = readEventFile(text, fileName === undefined ? {} : { fileName });
  if (!read.ok) return read;
  const made = toProgramme(read.file, { ...rest, lineOf: read.lineOf });
  return made.ok ? { ...made, warnings: [...read.warnings, ...made.warnings] } : made;
}
