import type { Refusal } from '../../shared/wire/refusals.ts';
import type { EventFile } from '../programme/file/event-file.ts';
import { fileOf } from '../programme/file/file-of.ts';
import { programmeOf } from '../programme/plan/programme-of.ts';
import { malformed } from '../socket/parse.ts';
import { unknownEvent } from './answers.ts';
import type { HttpContext } from './context.ts';
import type { ImportQuery } from './import-query.ts';

/** Longest body that says what to copy, in bytes; anything longer is a file. */
const longest = 16_384;

/** What a body of JSON says beside `copyOf`, in the place of the query; null where it is a file. */
export function copyInBody(bytes: Uint8Array): unknown {
  if (bytes.length > longest) return null;
  try {
    const said: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof said === 'object' && said !== null && 'copyOf' in said ? said : null;
  } catch {
    return null;
  }
}

/**
 * [W91] The file of an event of this installation that is to be made again: its programme, settings and posters, and nothing of
 * what people did there; streams, captions and recordings stay with the day that they are of. Under its own slug there is an
 * event already. Refuses: `event-unknown`, `malformed`.
 */
export function fileToCopy(
  { events }: Pick<HttpContext, 'events'>,
  { copyOf = '', slug, title }: ImportQuery,
): { ok: true; file: EventFile } | Refusal {
  if (slug === undefined) return malformed([{ path: 'slug', message: 'Say under which slug.' }]);
  const state = events.get(copyOf)?.live.state;
  const programme = state && programmeOf(state);
  if (!programme) return unknownEvent;
  const { code: _code, rooms, sessions, ...kept } = fileOf(programme);
  const file = {
    ...kept,
    ...(title !== undefined && { title }),
    rooms: rooms?.map(({ stream: _stream, ...room }) => room),
    sessions: sessions.map(
      ({ stream: _stream, captions: _captions, recording: _recording, cancelled: _cancelled, ...session }) =>
        session,
    ),
  };
  return { ok: true, file };
}
