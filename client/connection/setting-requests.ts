import { outcomeSchema, type WireOutcome } from '../../shared/wire/down.ts';
import type { SpokenRefusal } from '../../shared/wire/refusals.ts';
import { ask, eventPath } from './http.ts';
import { importInto, readProgramme } from './import-requests.ts';

/** Sets an event's logo to a file; null where it is set, else why not. */
export async function sendLogo(slug: string, file: Blob): Promise<SpokenRefusal | null> {
  const answer = await ask(`${eventPath(slug)}/logo?as=organizer`, outcomeSchema, file, undefined, 'PUT');
  return answer.ok ? refusalOf(answer.value) : answer.refusal;
}

function refusalOf(outcome: WireOutcome): SpokenRefusal | null {
  return outcome.ok ? null : outcome;
}

/**
 * Sets what whoever joins is asked for, or takes it away (false): the event as it is now, with that in it. Null where it is
 * done, else why not.
 */
export async function setPasscode(slug: string, passcode: string | false): Promise<SpokenRefusal | null> {
  const read = await readProgramme(slug);
  if (!read.ok) return read.refusal;
  const { policy: _, ...file } = read.value.file;
  const answer = await importInto(slug, new Blob([JSON.stringify({ ...file, passcode })]), {
    seen: read.value.seq,
  });
  return answer.ok ? null : answer.refusal;
}
