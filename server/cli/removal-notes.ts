import type { Difference } from '../../shared/wire/import.ts';
import type { Issue, LeftBehind, OffAir } from '../../shared/wire/refusals.ts';

/** What goes by an import, each session and room with what it leaves behind; what is on air comes first. */
export function removalNotes({ removed, offAir, rooms }: Difference): Issue[] {
  return [
    ...offAir.map(onAirSentence),
    ...removed
      .filter(({ id }) => !offAir.some((session) => session.id === id))
      .map(({ title, ...left }) => note('sessions', `"${title}" goes; ${behind(left)}.`)),
    ...rooms.renamed.map(({ before, after }) => note('rooms', `"${before}" is called "${after}" now.`)),
    ...rooms.removed.map(({ name, displays, links }) =>
      note(
        'rooms',
        `The room "${name}" goes; ${count(displays, 'screen')} and ${count(links, 'link')} lose it.`,
      ),
    ),
  ];
}

/** That a session is on air and would go, and how that is said yes to. */
export function onAirSentence({ title, questions = 0, displays = 0, links = 0 }: OffAir): Issue {
  const left = behind({ questions, displays, links });
  return note('sessions', `"${title}" is on air and would be taken off; ${left}. (--remove-on-air)`);
}

function behind({ questions, displays, links }: LeftBehind): string {
  return `${count(questions, 'question')}, ${count(displays, 'screen')} and ${count(links, 'link')} are left behind`;
}

function count(many: number, what: string): string {
  return `${many === 0 ? 'no' : many} ${what}${many === 1 ? '' : 's'}`;
}

function note(path: string, message: string): Issue {
  return { path, message };
}
