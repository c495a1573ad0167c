import { eventFileSchema } from '../file/event-file.ts';
import { atMost, placed } from '../file/issues.ts';
import { findingsOf } from '../file/sentences.ts';
import { tidy } from '../file/tidy.ts';
import { findingsOfRest } from './findings-of-rest.ts';
import { type MadeProgramme, type Making, toProgramme } from './to-programme.ts';

/** From an already parsed event file to its programme, as `programme.apply` brings it; issues have paths and no lines. */
export function checkProgrammeCommand(
  raw: Record<string, unknown>,
  making: Omit<Making, 'lineOf'> = {},
): MadeProgramme {
  const { value, refused } = tidy(raw);
  if (refused.length > 0) return { ok: false, issues: atMost(placed(refused)) };
  const parsed = eventFileSchema.safeParse(value);
  if (parsed.success) return toProgramme(parsed.data, making);
  const findings = findingsOf(parsed.error, value);
  return { ok: false, issues: atMost(placed([...findings, ...findingsOfRest(value, findings)])) };
}
