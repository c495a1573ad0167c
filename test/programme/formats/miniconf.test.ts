import { expect, test } from 'vitest';
import { readMiniconf } from '../../../server/programme/formats/miniconf/miniconf.ts';
import { found, line, unreadable } from './found.ts';

const entry = {
  title: 'Live Q&A: Ada Lovelace #qa',
  start: '2020-04-29T11:00:00+00:00',
  end: '2020-04-29T11:30:00+00:00',
  location: 'https://conf.example/speaker_5.html',
  link: 'https://conf.example/speaker_5.html',
  category: 'time',
  calendarId: 'qa',
};

test('[F37] a Mini-Conf calendar gives instants, one link, and its calendar ids and hashtags as hints', () => {
  const schedule = found(readMiniconf, [
    entry,
    { ...entry, title: 'Talk #1', location: 'Hall', link: null, calendarId: '---' },
  ]);
  expect(schedule).toMatchObject({ format: 'miniconf-calendar', offsetsOnly: true, timezone: null });
  expect(schedule.sessions.map(line)).toEqual([
    '2020-04-29T11:00Z–2020-04-29T11:30Z - | Live Q&A: Ada Lovelace',
    '2020-04-29T11:00Z–2020-04-29T11:30Z Hall | Talk #1',
  ]);
  expect(schedule.sessions.map(({ hints }) => hints)).toEqual([['qa'], []]);
  expect(schedule.sessions[0]?.links).toEqual([
    { label: 'Live', url: 'https://conf.example/speaker_5.html' },
  ]);
});

test('[F37] a page of the site is no room', () => {
  const { sessions } = found(readMiniconf, [
    { ...entry, location: 'papers.html?session=1&filter=keywords' },
    { ...entry, location: 'Room 5' },
  ]);
  expect(sessions.map(({ room }) => room)).toEqual([null, 'Room 5']);
});

test('[F37] what is all day, without a title or without a time is left out with its reason', () => {
  const { sessions, skipped } = found(readMiniconf, [
    { ...entry, category: 'allday' },
    { ...entry, title: ' ' },
    { ...entry, start: '2020-02-30T11:00' },
    null,
    { ...entry, end: 'later' },
  ]);
  expect(skipped.map(({ where, why }) => `${where}: ${why}`)).toEqual([
    'entry 1: "Live Q&A: Ada Lovelace #qa" is all day',
    'entry 2: it has no title',
    'entry 3: "Live Q&A: Ada Lovelace #qa" has no start that can be read',
    'entry 4: it is no group of fields',
  ]);
  expect(sessions.map(({ end }) => end)).toEqual([{ unread: 'later' }]);
});

test('[F30] a Mini-Conf file that is no list is refused', () => {
  expect(unreadable(readMiniconf, {})).toEqual([
    '- A Mini-Conf calendar is a list; this file holds no list.',
  ]);
});
