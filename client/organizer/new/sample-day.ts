import type { BesideFile } from '../../connection/import-requests.ts';
import { catalogue } from '../../look/messages.ts';
import { importMessages } from '../messages/import-messages.en.ts';

const say = catalogue(importMessages);

/** An event file with one session in the morning of a day. */
export function emptyDay(said: BesideFile, day: string): Blob {
  return eventFile(said, [
    { kind: 'talk', title: say('sample.first'), start: `${day} 09:00`, minutes: 30, qa: 10 },
  ]);
}

/** An event file with a whole workshop day, to try everything with. */
export function sampleDay(said: BesideFile, day: string): Blob {
  const at = (time: string, minutes: number) => ({ start: `${day} ${time}`, minutes });
  const talk = (n: number, time: string, remote = false) => ({
    ...at(time, 40),
    kind: 'talk',
    title: say('sample.talk', { n }),
    qa: 10,
    speakers: [{ name: say('sample.speaker', { n }), remote }],
  });
  return eventFile(said, [
    { kind: 'opening', title: say('sample.opening'), ...at('09:00', 10) },
    talk(1, '09:10'),
    talk(2, '09:50', true),
    { kind: 'break', title: say('sample.coffee'), ...at('10:30', 30), shrinkTo: 15 },
    talk(3, '11:00'),
    talk(4, '11:40'),
    { kind: 'break', title: say('sample.lunch'), ...at('12:20', 70), fixed: true },
    {
      kind: 'panel',
      title: say('sample.panel'),
      ...at('13:30', 60),
      qa: 30,
      speakers: [1, 3].map((n) => ({ name: say('sample.speaker', { n }) })),
    },
    { kind: 'closing', title: say('sample.closing'), ...at('14:30', 10) },
  ]);
}

function eventFile({ title, slug, timezone }: BesideFile, sessions: readonly object[]): Blob {
  const rooms = [{ id: 'main', name: say('sample.room') }];
  return new Blob([JSON.stringify({ backrow: 1, slug, title, timezone, rooms, sessions })]);
}
