import type { ScheduleReader } from '../../../server/programme/formats/reader.ts';
import type { FoundSession, Moment, Schedule } from '../../../server/programme/normalize/schedule.ts';

/** What a reader finds in a text, which must be readable. */
export function found(reader: ScheduleReader, content: unknown): Schedule {
  const read = reader(sourceOf(content));
  if ('unreadable' in read) throw new Error(JSON.stringify(read.unreadable));
  return read;
}

/** The sentences of a reader that cannot read a text: `line message`. */
export function unreadable(reader: ScheduleReader, content: unknown): string[] {
  const read = reader(sourceOf(content));
  if (!('unreadable' in read)) throw new Error('This file was taken.');
  return read.unreadable.map(({ line, message }) => `${line ?? '-'} ${message}`);
}

/** A session in one line: `2026-04-26T09:00–09:30 Room | Title`. */
export function line({ start, end, room, title }: FoundSession): string {
  return `${written(start)}–${endText(end)} ${room ?? '-'} | ${title}`;
}

/** An end in few words; `?` where it is not known, with what is written there. */
function endText(end: FoundSession['end']): string {
  if (end === null) return '?';
  if ('minutes' in end) return `${end.minutes} min`;
  return 'unread' in end ? `? (${end.unread})` : written(end);
}

/** A moment as it is written: an instant ends with `Z`. */
export function written(moment: Moment): string {
  return 'local' in moment ? moment.local : new Date(moment.instant).toISOString().replace(':00.000Z', 'Z');
}

function sourceOf(content: unknown) {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return { bytes: new TextEncoder().encode(text), text };
}
