import { useCallback, useRef, useState } from 'react';
import type { Choice, Refusal } from '../../shared/wire/refusals.ts';
import type { UnsentCommand } from '../connection/event-connection.ts';
import { useSend } from '../connection/hooks.tsx';
import { useAnnounce } from '../look/announcer.tsx';
import { catalogue } from '../look/messages.ts';
import { deskMessages } from './messages.en.ts';
import { refusalLine } from './refusal-line.ts';
import { type Done, forget, note, undoable } from './undo-stack.ts';

const say = catalogue(deskMessages);

/** How long a command of the desk may try: what an operator asked for must not happen minutes later. Milliseconds. */
const patience = 5_000;

/** The last line the desk said: what was done, or why not. `seq` names an entry that can be taken back. */
export interface Notice {
  kind: 'done' | 'refused';
  text: string;
  seq: number | null;
  at: number;
}

/** Sends a command and says in one line what came of it; what was done can be undone for half a minute. */
export type Run = (command: UnsentCommand, done: string) => Promise<boolean>;

/** A change of times that waits for the operator to say what gives way. */
export interface Meeting {
  command: Shift;
  /** What it would have done, in words. */
  done: string;
  choices: readonly Choice[];
}

type Shift = Extract<UnsentCommand, { type: 'session.move' | 'session.extend' }>;

/** Everything a desk does goes through here. */
export function useCommands(): {
  run: Run;
  undo: () => void;
  refuse: (line: string) => void;
  notice: Notice | null;
  dismiss: () => void;
  /** The change that met a fixed session, until one of its choices is given or it is left. */
  meeting: Meeting | null;
  give: (choice: Choice) => void;
  leave: () => void;
} {
  const send = useSend();
  const announce = useAnnounce();
  const [notice, setNotice] = useState<Notice | null>(null);
  const [meeting, setMeeting] = useState<Meeting | null>(null);
  const stack = useRef<Done<string>[]>([]);

  const refuse = useCallback(
    (line: string) => {
      setNotice({ kind: 'refused', text: line, seq: null, at: Date.now() });
      announce(line);
    },
    [announce],
  );

  const run = useCallback<Run>(
    async (command, done) => {
      const outcome = await send(command, patience);
      if (!outcome.ok) {
        if (meetsAnchor(outcome) && (command.type === 'session.move' || command.type === 'session.extend')) {
          setMeeting({ command, done, choices: outcome.choices ?? [] });
          return false;
        }
        refuse(refusalLine(command.type, outcome));
        return false;
      }
      const at = Date.now();
      if (command.type !== 'undo') stack.current = note(stack.current, { seq: outcome.seq, label: done, at });
      setNotice({ kind: 'done', text: done, seq: command.type === 'undo' ? null : outcome.seq, at });
      announce(done);
      return true;
    },
    [send, announce, refuse],
  );

  const undo = useCallback(() => {
    const last = undoable(stack.current, Date.now());
    if (last === null) return refuse(say('no.nothingToUndo'));
    stack.current = forget(stack.current, last.seq);
    void run({ type: 'undo', seq: last.seq }, say('done.undo', { text: last.label }));
  }, [run, refuse]);

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
  return { run, undo, refuse, notice, dismiss, meeting, give, leave };
}

function meetsAnchor({ reason, of }: Refusal): boolean {
  return reason === 'conflict' && of === 'anchor';
}
