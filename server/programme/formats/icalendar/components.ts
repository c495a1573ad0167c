import type { Unreadable } from '../reader.ts';
import type { ScheduleBuilder } from '../schedule-builder.ts';
import { around, firstBeyondAscii } from '../source/guess.ts';
import { type Property, propertyOf, unfolded } from './lines.ts';

/** A part of a calendar between BEGIN and END. */
export interface Component {
  /** In capitals: VCALENDAR, VEVENT, VTIMEZONE, VALARM … */
  name: string;
  line: number;
  properties: Property[];
  children: Component[];
}

/** Most parts a file may have: the largest conferences have 1,000 events, each with an alarm or two. */
const mostComponents = 10_000;

/** The calendars of a file; what is broken within them is warned of, a file that breaks off is refused. */
export function calendarsOf(
  bytes: Uint8Array,
  found: ScheduleBuilder,
): Component[] | { unreadable: readonly Unreadable[] } {
  const calendars: Component[] = [];
  const open: Component[] = [];
  let components = 0;
  let last = 1;
  let hasGuessed = false;
  for (const { line, text, guessed } of unfolded(bytes)) {
    last = line;
    if (guessed && !hasGuessed) sayGuess(line, text ?? '', found);
    hasGuessed ||= guessed;
    const property = text === null ? null : propertyOf(text.replace(/^\uFEFF/, ''), line);
    if (property?.name === 'BEGIN') {
      components += 1;
      if (components > mostComponents)
        return stop(line, `The calendar has more than ${mostComponents} parts.`);
      begin({ name: property.value.slice(0, 40).toUpperCase(), line, properties: [], children: [] });
    } else if (property?.name === 'END') end(property.value.slice(0, 40).toUpperCase(), line);
    else if (property && open.length > 0) open.at(-1)?.properties.push(property);
    else sayUnread(line, text, open.length > 0, found);
  }
  const [first] = open;
  if (first) return stop(last, endMissing(first, open.at(-1) ?? first));
  return calendars.length > 0
    ? calendars
    : stop(1, 'This is no calendar: the line BEGIN:VCALENDAR is missing.');

  function begin(component: Component): void {
    const same = open.findLastIndex(({ name }) => name === component.name);
    if (same >= 0 && (component.name === 'VEVENT' || component.name === 'VCALENDAR'))
      close(same, component.line);
    const parent = open.at(-1);
    if (parent) parent.children.push(component);
    else if (component.name === 'VCALENDAR') calendars.push(component);
    open.push(component);
  }

  function end(name: string, line: number): void {
    const index = open.findLastIndex((component) => component.name === name);
    if (index < 0) found.warn(`line ${line}`, `END:${name} ends nothing that was begun.`, line);
    else {
      close(index + 1, line);
      open.pop();
    }
  }

  /** Closes what was left open inside of what ends. */
  function close(from: number, line: number): void {
    for (const { name, line: begun } of open.splice(from)) {
      found.warn(`line ${line}`, `The ${name} of line ${begun} has no END; it was taken to end here.`, line);
    }
  }
}

/** Says of a line that it is too long, or, within a part, that it is no property. */
function sayUnread(line: number, text: string | null, isWithin: boolean, found: ScheduleBuilder): void {
  const where = `line ${line}`;
  if (text === null) found.warn(where, 'This line is longer than 100 kB; it is not read.', line);
  else if (isWithin && text.trim() !== '')
    found.warn(where, `This line cannot be read: "${text.trim().slice(0, 60)}".`, line);
}

/** What is said of a file that ends within a part, of the innermost and of the outermost. */
function endMissing(outermost: Component, { name, line }: Component): string {
  return `The file ends in the middle: the ${name} of line ${line} is not closed, END:${outermost.name} is missing. Export it again.`;
}

/** Says how the first line was read that is not in UTF-8. */
function sayGuess(line: number, text: string, found: ScheduleBuilder): void {
  const read = around(text, firstBeyondAscii(text));
  const message = `This line is not in UTF-8, nor are perhaps others; it was read as Windows-1252: "${read}". If that is wrong, save the calendar in UTF-8.`;
  found.warn(`line ${line}`, message, line);
}

/** The first property of a name that is not empty. */
export function propertyNamed(component: Component, name: string): Property | undefined {
  return component.properties.find((property) => property.name === name && property.value !== '');
}

function stop(line: number, message: string): { unreadable: readonly Unreadable[] } {
  return { unreadable: [{ path: '(file)', line, message }] };
}
