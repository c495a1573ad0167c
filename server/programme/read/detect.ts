import type { Unreadable } from '../formats/reader.ts';
import { refuseDeepJson } from '../formats/source/json-depth.ts';
import { parseJson } from '../formats/source/json-fields.ts';
import { type Format, formats } from '../normalize/schedule.ts';
import { decode } from './decode.ts';

/** What a file is, with its text; or the sentence that refuses it. */
export type Detected =
  | {
      format: Format;
      text: string;
      /** The text in UTF-8 where the file is in another encoding, for readers that read bytes. */
      bytes?: Uint8Array;
      /** What had to be guessed of its encoding. */
      guess?: Unreadable;
    }
  | { unreadable: readonly Unreadable[] };

/**
 * Says what a file is by what it holds, never by its name: an event file, or a schedule of one of the formats that can
 * be read. Refuses what is no text and no workbook, web pages, and formats that are known and not read, each with a
 * sentence that says what to export instead.
 */
export function detect(bytes: Uint8Array): Detected {
  if (bytes.length === 0) return refuse('The file is empty.');
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return { format: 'table', text: '' };
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return refuse('This file is compressed. Unpack it first.');
  if (isCalendar(bytes)) return { format: 'icalendar', text: new TextDecoder().decode(bytes) };
  const read = decode(bytes);
  if ('refused' in read) return refuse(read.refused);
  const detected = ofText(read.text);
  if ('unreadable' in detected) return detected;
  return { ...detected, ...(read.guess && { guess: { path: '(file)', ...read.guess } }) };
}

function ofText(text: string): Detected {
  const nul = text.indexOf('\0');
  if (nul !== -1) {
    const message = 'A NUL character stands in this line; no text has one. Save the file again.';
    return refuse(message, text.slice(0, nul).split(/\r?\n|\r/).length);
  }
  const start = text.replace(/^\uFEFF?\s*/, '').slice(0, 2_000);
  if (start === '') return refuse('The file is empty.');
  if (/^BEGIN:VCALENDAR/i.test(start))
    return { format: 'icalendar', text, bytes: new TextEncoder().encode(text) };
  if (start.startsWith('<')) return ofMarkup(text, start);
  if (start.startsWith('{') || start.startsWith('[')) return ofJson(text);
  return ofLines(text, start);
}

/**
 * Whether the bytes begin as a calendar does. Its lines are folded as bytes, often in the middle of a character: it is
 * text only once its reader has unfolded them.
 */
function isCalendar(bytes: Uint8Array): boolean {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 2_000));
  return /^(?:\u00EF\u00BB\u00BF)?\s*BEGIN:VCALENDAR/i.test(start);
}

function ofMarkup(text: string, start: string): Detected {
  const head = text.slice(0, 20_000);
  if (/<!doctype html|<html[\s>]/i.test(head))
    return refuse('This is a web page, not a schedule. Download the file itself.');
  if (/<!(?:DOCTYPE|ENTITY)/i.test(head) || /<schedule[\s>]/.test(head)) return { format: 'frab-xml', text };
  if (/<(?:icalendar|vcalendar)[\s>]/i.test(head))
    return refuse('This is a calendar in XML (xCal). Export it as .ics.');
  if (/^<(?:!--|(?:head|body|div|script|meta|title|link|style|table|pre|p|h1|span|center)\b)/i.test(start))
    return refuse('This is a web page, not a schedule. Download the file itself.');
  return refuse('This XML is no conference schedule: its root is not <schedule>.');
}

function ofJson(text: string): Detected {
  const deep = refuseDeepJson(text);
  if (deep) return { unreadable: [deep] };
  const json = parseJson(text);
  // An event file is YAML as well: what is no JSON may be one still, and is told apart by its first words.
  if ('unreadable' in json) return /^\s*\{\s*"?backrow"?\s*:/.test(text) ? { format: 'event', text } : json;
  const format = formatOf(json.value);
  const known = formats.find((each) => each === format);
  return known
    ? { format: known, text }
    : refuse(format ?? 'This JSON is none of the schedules that can be read.');
}

/** The format of a JSON value, or the sentence that refuses it. */
function formatOf(value: unknown): string | null {
  if (Array.isArray(value)) return formatOfList(value);
  const has = (...names: string[]) => names.every((name) => field(value, name) !== undefined);
  if (has('backrow')) return 'event';
  const schedule = field(value, 'schedule');
  if (Array.isArray(field(field(schedule, 'conference'), 'days'))) {
    return Array.isArray(field(schedule, 'events'))
      ? 'This is a schedule in the draft of c3voc version 2. Export schedule.json version 1, or schedule.xml.'
      : 'frab-json';
  }
  if (Array.isArray(field(schedule, 'events')))
    return 'This is a schedule in the draft of c3voc version 2. Export schedule.json version 1, or schedule.xml.';
  if (schedule !== undefined && Object.keys(Object(schedule)).some((key) => /^\d{4}-\d{2}-\d{2}$/.test(key)))
    return 'This is a schedule keyed by days and minutes, as one site makes it. Export schedule.json or schedule.xml instead.';
  if (has('rundowns') || (has('rundown') && (has('project') || has('settings')))) return 'ontime';
  if (Array.isArray(field(value, 'sessions')) && Array.isArray(field(value, 'speakers')))
    return 'sessionize-all';
  if (has('notes') || Array.isArray(field(field(field(value, 'response'), 'json'), 'notes')))
    return 'openreview';
  if (has('count', 'results'))
    return 'This is one page of a programming interface (pretalx). Export schedule.json instead.';
  const graph = field(value, '@graph');
  return describesEvent(value) || (Array.isArray(graph) && describesEvent(graph[0])) ? searchEngines : null;
}

const searchEngines =
  'This describes an event for search engines (schema.org). Export the schedule as .ics or CSV.';

function describesEvent(value: unknown): boolean {
  return JSON.stringify(field(value, '@context') ?? '').includes('schema.org');
}

function formatOfList(list: readonly unknown[]): string | null {
  const first = list[0];
  const has = (...names: string[]) => names.every((name) => field(first, name) !== undefined);
  if (list.length === 0) return 'The list in this file is empty.';
  if (has('rooms') && has('date')) return 'sessionize-grid';
  if (has('groupName', 'sessions') || has('groupId', 'sessions')) return 'sessionize-sessions';
  if (has('title', 'start') && (has('calendarId') || has('category') || has('end')))
    return 'miniconf-calendar';
  if (has('content')) return 'openreview';
  if (has('fullName', 'sessions'))
    return 'These are speakers of Sessionize, without times. Export its view "All" instead.';
  if (has('title', 'authors'))
    return 'This is a list of papers in JSON. Save it as CSV with the columns UID, title, authors, abstract.';
  return describesEvent(first) ? searchEngines : null;
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Reflect.get(value, name)
    : undefined;
}

/** Text that is neither markup nor JSON: an event file in YAML, or a table. */
function ofLines(text: string, start: string): Detected {
  if (
    /^(?:#[^\n]*\n|---[^\n]*\n|\s)*"?backrow"?\s*:/.test(start) ||
    /^backrow\s*:/m.test(text.slice(0, 20_000))
  )
    return { format: 'event', text };
  const rows = start.split(/\r\n?|\n/, 20).filter((line) => line.trim() !== '');
  const separated = rows.filter((line) => /[,;\t|]/.test(line)).length;
  // `Session 1: Vision,,` is a row of cells, of which the others are empty.
  const isRow = /([,;|])\1+\s*$|\t/.test(rows[0] ?? '');
  if (separated >= 2 && (isRow || !/^\w[\w -]*:(?:\s|$)/.test(start))) return { format: 'table', text };
  // Organisers who forget the first line still mean an event file: its reader says what is missing.
  if (/^\w[\w -]*:(?:\s|$)/.test(start)) return { format: 'event', text };
  return refuse(
    'This is none of the schedules that can be read: an event file, frab, iCalendar, CSV or XLSX, Sessionize, Mini-Conf, Ontime.',
  );
}

function refuse(message: string, line = 1): Detected {
  return { unreadable: [{ path: '(file)', line, message }] };
}
