import { importEvent } from '../../server/programme/read/import-event.ts';

/** The text of a small event file: a head that is in order, and what follows it. */
export function eventText(sessions: string, head = ''): string {
  return `backrow: 1\nslug: test\ntitle: A test\ntimezone: Europe/Berlin\n${head}sessions:\n${sessions}`;
}

/** The programme of a file that must be in order. */
export function programmeOf(text: string, making: Parameters<typeof importEvent>[1] = {}) {
  const made = importEvent(text, making);
  if (!made.ok) throw new Error(JSON.stringify(made.issues, null, 1));
  return made;
}

/** What is said about a file that must be refused: `path:line message`. */
export function refusals(text: string): string[] {
  const made = importEvent(text);
  if (made.ok) throw new Error('This file was taken.');
  return made.issues.map(({ path, line, message }) => `${path}:${line} ${message}`);
}
