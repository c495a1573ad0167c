// Text catalogues: every key that a screen says is defined, every defined key is said, every message can be filled.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { attendeeMessages } from '../../client/attendee/messages/attendee.en.ts';
import { boardMessages } from '../../client/attendee/messages/board.en.ts';
import { programmeMessages } from '../../client/attendee/messages/programme.en.ts';
import { lookMessages } from '../../client/look/messages.en.ts';
import type { Catalogue } from '../../client/look/messages.ts';
import { deskMessages } from '../../client/moderator/messages/desk.en.ts';
import { floatMessages } from '../../client/moderator/messages/float.en.ts';
import { historyMessages } from '../../client/moderator/messages/history.en.ts';
import { timelineMessages } from '../../client/moderator/messages/timeline.en.ts';
import { importMessages } from '../../client/organizer/messages/import-messages.en.ts';
import { organizerMessages } from '../../client/organizer/messages/messages.en.ts';
import { programmeMessages as editorMessages } from '../../client/organizer/messages/programme-messages.en.ts';
import { peopleMessages } from '../../client/people/messages.en.ts';
import { projectorMessages } from '../../client/projector/messages.en.ts';
import { rundownMessages } from '../../client/rundown/messages.en.ts';
import { speakerMessages } from '../../client/speaker/messages.en.ts';
import { stageMessages } from '../../client/stage/messages.en.ts';
import { startMessages } from '../../client/start/messages.en.ts';
import { compiledCatalogues, translationFaults } from '../../scripts/icu-catalogues.ts';

const catalogues: [folder: string, messages: Catalogue][] = [
  ['attendee', attendeeMessages],
  ['attendee', boardMessages],
  ['attendee', programmeMessages],
  ['look', lookMessages],
  ['organizer', organizerMessages],
  ['organizer', importMessages],
  ['organizer', editorMessages],
  ['moderator', deskMessages],
  ['moderator', timelineMessages],
  ['moderator', floatMessages],
  ['moderator', historyMessages],
  ['projector', projectorMessages],
  ['stage', stageMessages],
  ['people', peopleMessages],
  ['rundown', rundownMessages],
  ['speaker', speakerMessages],
  ['start', startMessages],
];

describe.each(catalogues)('the catalogue of %s', (folder, messages) => {
  const source = sourceOf(folder);

  it('has no key that nobody says', () => {
    expect(Object.keys(messages).filter((key) => !isSaid(key, source))).toEqual([]);
  });

  it('says every message, whatever stands in it', () => {
    const values = new Proxy({}, { get: () => 1 });
    for (const [key, message] of Object.entries(messages)) {
      const said = typeof message === 'function' ? Reflect.apply(message, undefined, [values]) : message;
      expect(said, key).toMatch(/^(?:[^{}#]|#(?=\d))+$/);
    }
  });
});

it('every text between tags comes from a catalogue', () => {
  const literal = />\s*[A-Z][a-z]+[^<>{}=;()]*</;
  for (const [folder] of catalogues) {
    for (const [name, text] of filesOf(folder)) {
      const found = text
        .split('\n')
        .filter((line) => literal.test(line) && !/^\s*(\*|\/\/)|=>|Promise</.test(line));
      expect(found, name).toEqual([]);
    }
  }
});

it('every translation says what English says', () => {
  const client = join(import.meta.dirname, '../../client');
  for (const name of readdirSync(client, { recursive: true, encoding: 'utf8' })) {
    const [, language] = /\.([a-z]{2})\.ts$/.exec(name) ?? [];
    if (language === undefined) continue;
    const code = readFileSync(join(client, name), 'utf8');
    const english = readFileSync(join(client, name.replace(`.${language}.ts`, '.en.ts')), 'utf8');
    expect(() => compiledCatalogues(code, name), name).not.toThrow();
    expect(translationFaults(english, code), name).toEqual([]);
  }
});

function isSaid(key: string, source: string): boolean {
  if (source.includes(`'${key}'`)) return true;
  const stems = [...key.matchAll(/\./g)].map(({ index }) => key.slice(0, index + 1));
  return stems.some((stem) => source.includes(`\`${stem}\${`));
}

function sourceOf(folder: string): string {
  return filesOf(folder)
    .map(([, text]) => text)
    .join('\n');
}

function filesOf(folder: string): [name: string, text: string][] {
  const path = join(import.meta.dirname, '../../client', folder);
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.en\.ts$/.test(name))
    .map((name) => [`${folder}/${name}`, readFileSync(join(path, name), 'utf8')]);
}
