import { organizers, speakers, staff } from '../people/role.ts';
import { command, made, noun, recordedCommand } from '../state/noun.ts';
import { apply } from './apply-programme.ts';
import { passClock } from './clock.ts';
import * as commands from './commands.ts';
import { sessionsDue } from './due.ts';
import { countRevisions, timesAnew } from './entailed.ts';
import { sessionsIn } from './held.ts';
import { isImpossible } from './invariants.ts';
import * as notes from './notes.ts';
import * as postpone from './postpone.ts';
import { rundownRefusals } from './refusals.ts';
import { place } from './reorder.ts';
import * as run from './run.ts';
import type { SessionRow } from './session.ts';
import * as shift from './shift.ts';
import { isOnlyAssumed } from './start.ts';
import * as windows from './windows-rules.ts';

/** Whether a field of a session is as it is only because nobody said anything of its running: the clock fills it in. */
function followsPlan(session: SessionRow, field: string): boolean {
  return runs.has(field) && (session.startedAt === null || isOnlyAssumed(session));
}

const runs: ReadonlySet<string> = new Set([
  ...['startedAt', 'endedAt', 'assumed', 'endAssumed', 'endSaidAt', 'keepsEnd', 'parts'],
]);

/** What is said of a start or an end. */
interface Said<At> {
  session: string;
  part?: string | undefined;
  at?: At | undefined;
}

/** What is recorded of a correction: its instant in epoch milliseconds. */
function withInstant({ at, ...said }: Said<string>): Said<number> {
  return at === undefined ? said : { ...said, at: Date.parse(at) };
}

/** The rundown: rooms, sessions and posters as they were planned, as they run, and as time passes over them. */
export const rundown = noun('rundown', {
  refusals: rundownRefusals,
  tables: {
    rooms: {
      untold: ['name'],
      gone: (state, id) => ({ removed: true, held: sessionsIn(state, id) }),
    },
    sessions: {
      texts: ['note'],
      instants: [
        ...['start', 'end', 'startedAt', 'endedAt', 'questionsModeAt', 'notBefore', 'endSaidAt'],
        ...['at', 'notedAt', 'speakerSawAt'],
      ],
      untold: ['parts'],
      unaudited: ['order', 'keepsEnd', 'notBefore', 'endSaidAt', 'questionsModeAt'],
      gone: () => ({ removed: true }),
      follows: followsPlan,
      timed: true,
    },
    posters: { gone: () => ({ removed: true }) },
  },
  violates: isImpossible,
  entails: timesAnew,
  counter: countRevisions,
  due: sessionsDue,
  kinds: [
    recordedCommand(commands.startSchema, commands.startData, {
      by: staff,
      record: withInstant,
      timed: 'anew',
      rule: run.start,
    }),
    recordedCommand(commands.endSchema, commands.endData, {
      by: staff,
      record: withInstant,
      timed: 'anew',
      rule: run.end,
    }),
    command(commands.notYetSchema, { by: staff, timed: 'anew', rule: postpone.notYet }),
    command(commands.resetSchema, { by: staff, timed: 'anew', rule: postpone.reset }),
    command(commands.cancelSchema, { by: staff, timed: 'anew', rule: postpone.cancel }),
    command(commands.moveSchema, { by: staff, timed: 'anew', rule: shift.move }),
    command(commands.extendSchema, { by: staff, timed: 'anew', rule: shift.extend }),
    command(commands.placeSchema, { by: staff, timed: 'anew', rule: place }),
    command(commands.questionsModeSchema, { by: staff, rule: windows.setQuestions }),
    command(commands.phaseModeSchema, { by: staff, rule: windows.setPhase }),
    command(commands.noteSchema, {
      by: staff,
      record({ session, text }, recorder) {
        if (text === null) return { session, text };
        const standing = [recorder.state?.tables.sessions.get(session)?.note?.text];
        return { session, text: recorder.line('text', text, standing) };
      },
      rule: notes.note,
    }),
    command(commands.notedSchema, { by: speakers, rule: notes.noted }),
    command(commands.tellSchema, { by: staff, timed: 'anew', rule: shift.tell }),
    recordedCommand(commands.applySchema, commands.applyData, {
      by: organizers,
      record: ({ programme, removeOnAir }, recorder) => ({
        programme: recorder.programme('programme', programme),
        ...(removeOnAir && { removeOnAir }),
      }),
      costly: true,
      timed: 'anew',
      evenIf: 'noEvent',
      // What lies before the first programme was never due.
      passes: ({ passedTo }, { at }) => (passedTo === 0 ? at : passedTo),
      rule: apply,
    }),
    made('clock.pass', commands.passData, {
      by: 'server',
      timed: 'itself',
      passes: (_state, { data }) => data.at,
      rule: passClock,
    }),
  ],
});
