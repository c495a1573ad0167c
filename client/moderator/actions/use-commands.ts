import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Choice, SpokenRefusal } from '../../../shared/wire/refusals.ts';
import type { UnsentCommand } from '../../connection/connection.ts';
import { useConnectionState, useSend, useView } from '../../connection/hooks.tsx';
import { pageRefusal } from '../../connection/page-refusals.en.ts';
import { useAnnounce } from '../../look/announcer.tsx';
import { catalogue } from '../../look/messages.ts';
import { deskMessages } from '../messages/desk.en.ts';
import { isUnanswered, refusalLine } from './refusal-line.ts';
import { type Done, forget, note, undoable } from './undo-stack.ts';

const say = catalogue(deskMessages);

/** How long a command of the desk may try: what an operator asked for must not happen minutes later. Milliseconds. */
const timeoutMs = 5_000;

/** How long an answer may take before the desk says that it waits for one, in milliseconds. */
const patienceMs = 300;

/** The last line the desk said: what was done, why not, or what it waits for; `undo`: it can be taken back. */
export interface Notice {
  kind: 'done' | 'refused' | 'waiting';
  text: string;
  undo: boolean;
  /** It is of the connection, and over as soon as there is one. */
  ofConnection?: boolean;
  /** The question that it says is on screen. */
  shows?: string | undefined;
  at: number;
}

/** Sends a command and says in one line what came of it; what was done can be undone for half a minute. */
export type Run = (command: UnsentCommand, done: string) => Promise<boolean>;

/**
 * Sends commands that belong together and are undone by one press; says in one line how many were done. `done` words it.
 */
export type RunAll = (
  commands: readonly UnsentCommand[],
  done: (count: number) => string,
  /** One after the other, each only where the one before was done. */
  inOrder?: boolean,
) => Promise<number>;

/** A change of times that waits for the operator to say what gives way. */
export interface Meeting {
  command: Shift;
  /** What it would have done, in words. */
  done: string;
  choices: readonly Choice[];
}

type Shift = Extract<UnsentCommand, { type: 'session.move' | 'session.extend' }>;

/** What a desk can do with commands. */
export interface Commands {
  run: Run;
  runAll: RunAll;
  undo: () => void;
  redo: () => void;
  /** Takes back entries by their seqs, however old: from the audit trail. */
  takeBack: (seq: number, label: string) => void;
  refuse: (line: string) => void;
  /** Why whatever is asked for is refused at once: there is no connection, or it is doubted; null where it is sent. */
  away: string | null;
  /** Something is not answered yet, or nothing is sent: what a screen shows is not known. */
  inDoubt: boolean;
  notice: Notice | null;
  dismiss: () => void;
  /** The change that met a fixed session, until one of its choices is given or it is left. */
  meeting: Meeting | null;
  give: (choice: Choice) => void;
  leave: () => void;
}

/** Everything a desk does goes through here. */
export function useCommands(): Commands {
  const sendOn = useSend();
  const connection = useConnectionState();
  const announce = useAnnounce();
  const zone = useView((view) => view.event?.timezone);
  const [notice, setNotice] = useState<Notice | null>(null);
  const [meeting, setMeeting] = useState<Meeting | null>(null);
  const done = useRef<Done<string>[]>([]);
  const undone = useRef<Done<string>[]>([]);
  /** What was sent last and may not be answered yet: Undo and Redo mean that, not what was done before it. */
  const inFlight = useRef<Promise<unknown>>(Promise.resolve());
  /** How many sent commands are late with their answers. */
  const [late, setLate] = useState(0);
  const underway = useCallback(<T>(sending: Promise<T>): Promise<T> => {
    inFlight.current = sending;
    let isLate = false;
    const waits = setTimeout(() => {
      isLate = true;
      setLate((count) => count + 1);
      setNotice({
        ...{ kind: 'waiting', text: say('no.answerYet'), undo: false },
        ...{ ofConnection: true, at: Date.now() },
      });
    }, patienceMs);
    const over = () => {
      clearTimeout(waits);
      if (isLate) setLate((count) => count - 1);
      setNotice((last) => (last?.kind === 'waiting' ? null : last));
    };
    void sending.then(over, over);
    return sending;
  }, []);
  // [M10] What is asked for without a sure connection is refused at once: it must not happen by itself once there is one.
  const isSure = connection === 'live' || connection === 'refused';
  const away = isSure ? null : say(connection === 'unsure' ? 'no.doubt' : 'no.connection');
  /** What was sent and never answered, in words, until the next press. */
  const missed = useRef<readonly string[]>([]);
  const send = useCallback<typeof sendOn>(
    (command, within) => {
      if (!isSure) return Promise.resolve(pageRefusal('unreachable'));
      missed.current = [];
      return sendOn(command, within);
    },
    [isSure, sendOn],
  );

  const tell = useCallback(
    (
      kind: Notice['kind'],
      line: string,
      more: Partial<Pick<Notice, 'undo' | 'ofConnection' | 'shows'>> = {},
    ) => {
      // [M10] Beside whatever was answered at the return stands what was not.
      const text = missed.current.length === 0 || !isSure ? line : `${line} · ${missedLine(missed.current)}`;
      setNotice({ kind, text, undo: false, at: Date.now(), ...more });
      announce(text);
    },
    [isSure, announce],
  );
  const tellRefusal = useCallback(
    (command: UnsentCommand, refusal: SpokenRefusal, what: string) => {
      const text =
        refusal.code === 'unreachable' && away !== null ? away : refusalLine(command, refusal, zone, what);
      tell('refused', text, { ofConnection: isUnanswered(refusal) });
      if (refusal.code === 'no-answer') missed.current = [...missed.current, what];
    },
    [tell, away, zone],
  );
  const atReturn = useEffectEvent(() => {
    if (missed.current.length > 0) {
      const text = missedLine(missed.current);
      setNotice({ kind: 'refused', text, undo: false, at: Date.now() });
      announce(text);
    } else setNotice((last) => (last?.ofConnection ? null : last));
  });
  useEffect(() => {
    if (connection === 'live') atReturn();
  }, [connection]);
  const refuse = useCallback(
    (line: string) => {
      if (isSure) missed.current = [];
      tell('refused', line);
    },
    [isSure, tell],
  );

  const noteDone = useCallback(
    (seqs: readonly number[], label: string, shows?: string) => {
      done.current = note(done.current, { seqs, label, at: Date.now() });
      undone.current = [];
      tell('done', label, { undo: true, shows });
    },
    [tell],
  );

  const run = useCallback<Run>(
    async (command, label) => {
      const outcome = await underway(send(command, timeoutMs));
      if (outcome.ok) {
        noteDone([outcome.seq], label, shownBy(command));
        return true;
      }
      if (meetsAnchor(outcome) && (command.type === 'session.move' || command.type === 'session.extend'))
        setMeeting({ command, done: label, choices: outcome.choices ?? [] });
      else tellRefusal(command, outcome, label);
      return false;
    },
    [send, underway, noteDone, tellRefusal],
  );

  const runAll = useCallback<RunAll>(
    async (commands, label, inOrder = false) => {
      const sent = async (command: UnsentCommand) => ({ command, outcome: await send(command, timeoutMs) });
      const outcomes = await underway(inOrder ? oneByOne(commands, sent) : Promise.all(commands.map(sent)));
      const seqs = outcomes.flatMap(({ outcome }) => (outcome.ok ? [outcome.seq] : []));
      const failed = outcomes.find(({ outcome }) => !outcome.ok);
      if (!failed || failed.outcome.ok) {
        if (seqs.length > 0) noteDone(seqs, label(seqs.length));
      } else if (seqs.length === 0) tellRefusal(failed.command, failed.outcome, label(commands.length));
      else {
        const count = commands.length - seqs.length;
        const why = refusalLine(failed.command, failed.outcome, zone, label(count));
        noteDone(seqs, say('done.someFailed', { done: label(seqs.length), count, why }));
      }
      return seqs.length;
    },
    [send, underway, noteDone, tellRefusal, zone],
  );

  /** Takes entries back, the last one first; gives the seqs of what took them back. */
  const back = useCallback(
    async (seqs: readonly number[], what: string) => {
      const backs: number[] = [];
      for (const seq of seqs.toReversed()) {
        const outcome = await send({ type: 'undo', seq }, timeoutMs);
        if (outcome.ok) backs.push(outcome.seq);
        else tellRefusal({ type: 'undo', seq }, outcome, what);
      }
      return backs;
    },
    [send, tellRefusal],
  );

  const undo = useCallback(async () => {
    await inFlight.current;
    const last = undoable(done.current, Date.now());
    if (last === null) return refuse(say('no.nothingToUndo'));
    done.current = forget(done.current, last);
    const seqs = await underway(back(last.seqs, say('done.undo', { text: last.label })));
    if (seqs.length === 0) return;
    undone.current = note(undone.current, { seqs, label: last.label, at: Date.now() });
    tell('done', say('done.undo', { text: last.label }));
  }, [back, underway, refuse, tell]);

  const redo = useCallback(async () => {
    await inFlight.current;
    const last = undoable(undone.current, Date.now());
    if (last === null) return refuse(say('no.nothingToRedo'));
    const rest = forget(undone.current, last);
    const seqs = await underway(back(last.seqs, last.label));
    if (seqs.length > 0) noteDone(seqs, last.label);
    undone.current = rest;
  }, [back, underway, refuse, noteDone]);

  const takeBack = useCallback(
    (seq: number, label: string) => void run({ type: 'undo', seq }, say('done.undo', { text: label })),
    [run],
  );
  const dismiss = useCallback(() => setNotice(null), []);
  const leave = useCallback(() => setMeeting(null), []);
  const give = useCallback(
    ({ give: way }: Choice) => {
      if (meeting === null) return;
      setMeeting(null);
      void run({ ...meeting.command, give: way }, meeting.done);
    },
    [meeting, run],
  );
  return {
    run,
    runAll,
    undo: () => void undo(),
    redo: () => void redo(),
    takeBack,
    refuse,
    away,
    inDoubt: late > 0 || connection !== 'live',
    notice,
    dismiss,
    meeting,
    give,
    leave,
  };
}

/** What was never answered, by name. */
function missedLine(missed: readonly string[]): string {
  return say('no.unanswered', { count: missed.length, what: missed.join('; ') });
}

async function oneByOne<S extends { outcome: { ok: boolean } }>(
  commands: readonly UnsentCommand[],
  send: (command: UnsentCommand) => Promise<S>,
): Promise<S[]> {
  const outcomes: S[] = [];
  for (const command of commands) {
    const came = await send(command);
    outcomes.push(came);
    if (!came.outcome.ok) break;
  }
  return outcomes;
}

function meetsAnchor({ reason, of }: SpokenRefusal): boolean {
  return reason === 'conflict' && of === 'anchor';
}

/** The question that a command puts on screen. */
function shownBy(command: UnsentCommand): string | undefined {
  return command.type === 'stage.show' && command.show.kind === 'question'
    ? command.show.question
    : undefined;
}
