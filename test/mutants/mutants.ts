/** One replacement in one file of the product. */
export interface Change {
  /** Its path from the project's folder. */
  file: string;
  /** What stands there, exactly once. */
  old: string;
  now: string;
}

/** A defect that somebody could make, and the test that has to find it. */
export interface Mutant {
  name: string;
  changes: readonly Change[];
  /** The test by its file and its whole title, and what it then complains of. */
  caughtBy: { file: string; title: string; saying: RegExp };
}

/** Twelve defects of the kinds that lose, double, mix up or give away what people said. */
export const mutants: readonly Mutant[] = [
  {
    name: 'acknowledge before commit',
    changes: [
      {
        file: 'server/log/sqlite/writer.ts',
        old: 'tables.db.transaction(() => appends.map((append) => tables.append(append))).immediate()',
        now: `{
          if (!tables.db.inTransaction) {
            tables.db.exec('BEGIN IMMEDIATE');
            setTimeout(() => tables.db.exec('COMMIT'), 100);
          }
          return appends.map((append) => tables.append(append));
        }`,
      },
    ],
    caughtBy: {
      file: 'test/faults/sqlite-crash.test.ts',
      title: '[L2] heals a torn tail: half a commit that nobody was told of is gone, the rest stays',
      saying: /AssertionError: expected/,
    },
  },
  {
    name: 'NORMAL instead of FULL',
    changes: [
      { file: 'server/log/sqlite/file.ts', old: "'synchronous = FULL'", now: "'synchronous = NORMAL'" },
    ],
    caughtBy: {
      file: 'test/log/sqlite-failure.test.ts',
      title: '[L2] writes with a sync at every commit, into a write-ahead log, overwriting what is deleted',
      saying: /expected \{ sqlite/,
    },
  },
  {
    name: 'forget the key',
    changes: [
      { file: 'server/log/sqlite/tables.ts', old: 'if (known) return known;', now: 'if (known) append.id;' },
      { file: 'server/log/sqlite/form.ts', old: ', UNIQUE (event, participant, id)', now: '' },
    ],
    caughtBy: {
      file: 'test/log/sqlite.test.ts',
      title: '[L3] gives the first entry for a key that is known, and writes nothing',
      saying: /expected .* to deeply equal/s,
    },
  },
  {
    name: 'count instead of set',
    changes: [
      {
        file: 'shared/questions/upvote.ts',
        old: 'if (data.on) return setVoter(question, by.participant, true);',
        now: 'if (data.on) return setVoter(question, by.participant + question.voters.size, true);',
      },
    ],
    caughtBy: {
      file: 'test/rules/supporting.test.ts',
      title: '[Q8] one a person: again, on or off, succeeds and changes nothing',
      saying: /AssertionError: expected/,
    },
  },
  {
    name: 'send what waits',
    changes: [
      {
        file: 'shared/views/attendee.ts',
        old: "status === 'live' || status === 'answered'",
        now: "status === 'live' || status === 'answered' || status === 'inReview'",
      },
    ],
    caughtBy: {
      file: 'test/server/secrecy.test.ts',
      title: '[W24] shows nobody but staff and its author a question before it is in the list',
      saying: /'attendee', 'waiting', true/,
    },
  },
  {
    name: 'room from the payload',
    changes: [
      {
        file: 'server/socket/handshake.ts',
        old: "'ok' in badge ? badge : { running, badge,",
        now: "'ok' in badge ? badge : { running, badge: { ...badge, scope: { ...badge.scope, room: String(room) } },",
      },
    ],
    caughtBy: {
      file: 'test/server/secrecy.test.ts',
      title: '[W24] shows a screen the room of its badge, whatever it says of itself',
      saying: /AssertionError: expected/,
    },
  },
  {
    name: 'resume off by one',
    changes: [{ file: 'server/live/kept-rows.ts', old: '?? 0) > seq)', now: '?? 0) > seq + 1)' }],
    caughtBy: {
      file: 'test/server/first-message.test.ts',
      title: '[W13] tells whoever is one entry behind what that entry changed',
      saying: /to match object/,
    },
  },
  {
    name: 'cache without role',
    changes: [
      {
        file: 'server/live/audiences.ts',
        old: "{ key: 'moderator', lens: moderatorLens }",
        now: "{ key: 'attendee', lens: moderatorLens }",
      },
    ],
    caughtBy: {
      file: 'test/server/secrecy.test.ts',
      title: '[W24] shows nobody but staff and its author a question before it is in the list',
      saying: /'attendee', 'waiting', true/,
    },
  },
  {
    name: 'unapproved screen version',
    changes: [
      {
        file: 'shared/views/questions.ts',
        old: 'text: read.words(question.screen ?? question.text)',
        now: 'text: read.words(question.text)',
      },
    ],
    caughtBy: {
      file: 'test/rules/privacy.test.ts',
      title:
        '[V2] words that were not approved are read by nobody else behind a screen version, the author’s own',
      saying: /not to contain|not to include/,
    },
  },
  {
    name: 'order by clock',
    changes: [
      {
        file: 'server/log/sqlite/tables.ts',
        old: 'const at = Math.max(bare.at, head.at);',
        now: 'const { at } = bare;',
      },
      {
        file: 'server/log/sqlite/tables.ts',
        old: 'AND seq > ? ORDER BY seq LIMIT ?',
        now: "AND seq > ? ORDER BY json_extract(line, \\'$.at\\') LIMIT ?",
      },
    ],
    caughtBy: {
      file: 'test/log/sqlite.test.ts',
      title: '[L6] never lets time run backwards',
      saying: /expected .* to deeply equal/s,
    },
  },
  {
    name: 'union lost at unmerge',
    changes: [
      {
        file: 'shared/questions/merge.ts',
        old: '{ mergedInto: null })];',
        now: `{ mergedInto: null }), ...[...question.voters].map((member) => ({
          of: 'questions', id: question.id, field: 'voters', member, on: false
        }))];`,
      },
    ],
    caughtBy: {
      file: 'test/rules/supporting.test.ts',
      title: '[Q9] merged [Q18] taken out again, each has its own supporters and status',
      saying: /AssertionError: expected/,
    },
  },
  {
    name: 'erase without its report',
    changes: [
      {
        file: 'shared/questions/conduct.ts',
        old: 'open && open.id !== recorder.id ? open.why : recorder.keep(words)',
        now: 'open && open.id !== recorder.id ? open.why : words',
      },
    ],
    caughtBy: {
      file: 'test/server/erasure.test.ts',
      title: '[P2] nothing that an erased person wrote is left in any file, view, audit or export',
      saying: /mentions\(member\) === 0/,
    },
  },
];
