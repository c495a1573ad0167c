import { useCallback, useMemo, useState } from 'react';
import { takesQuestions } from '../../../shared/rundown/session.ts';
import type { SessionView, View } from '../../../shared/views/view.ts';
import { useView } from '../../connection/hooks.tsx';
import { followed } from './followed.ts';

/** Which session questions go to: the one chosen, else the one followed; a draft keeps it where it was begun. */
export interface ChosenSession {
  session: SessionView | undefined;
  /** All that take questions, in time order. */
  options: readonly SessionView[];
  /** The one that people mean where they do not say one: what is on, or was just discussed. */
  running: SessionView | undefined;
  /** What comes when nothing is on. */
  next: SessionView | undefined;
  choose: (id: string) => void;
  /** Somebody chose it, or came by a link to it. */
  byHand: boolean;
  /** The day is over, or the event: the questions of all sessions are read together, where none was chosen. */
  dayOver: boolean;
  /** Text was begun or is gone: hold on to the session, or let it follow the programme again. */
  drafting: (begun: boolean) => void;
}

/** Chosen in place of a session: all of them together. */
export const everySession = '';

/** Chooses among sessions in time order; once the event has `closed` nothing more is followed. */
export function useChosenSession(ordered: readonly SessionView[], closed: boolean): ChosenSession {
  const [chosen, setChosen] = useState<{ id: string; by: 'hand' | 'draft' } | null>(linked);
  const onScreen = useView(sessionsOnScreen) ?? '';
  const [room, setRoom] = useState<string | null>(null);
  const { session: running, next } = useMemo(
    () => followed(ordered, onScreen.split(' '), room),
    [ordered, onScreen, room],
  );
  if (running && running.room !== null && running.room !== room) setRoom(running.room);
  const options = useMemo(
    () => ordered.filter((session) => takesQuestions(session) && session.status !== 'cancelled'),
    [ordered],
  );
  const session = options.find(({ id }) => id === chosen?.id) ?? running;
  const id = session?.id;
  const dayOver = closed || isDayOver(ordered);
  const runningId = dayOver ? everySession : running?.id;
  const choose = useCallback(
    (wanted: string) => setChosen(wanted === runningId ? null : { id: wanted, by: 'hand' }),
    [runningId],
  );
  const drafting = useCallback(
    (begun: boolean) =>
      setChosen((before) => {
        if (begun) return before ?? (id === undefined ? null : { id, by: 'draft' });
        return before?.by === 'draft' ? null : before;
      }),
    [id],
  );
  const byHand = chosen?.by === 'hand' && session?.id === chosen.id;
  return { session, options, running, next, choose, byHand, dayOver, drafting };
}

/** Everything of the day has been. */
function isDayOver(ordered: readonly SessionView[]): boolean {
  return ordered.length > 0 && ordered.every(({ status }) => status === 'ended' || status === 'cancelled');
}

/** The sessions of which a question is on a screen, in one text: what comes out alike renders nothing anew. */
function sessionsOnScreen({ stages, questions }: View): string {
  return Object.values(stages ?? {})
    .flatMap(({ show, black }) =>
      show.kind === 'question' && !black ? (questions?.[show.question]?.session ?? []) : [],
    )
    .join(' ');
}

/** The talk that a shared link names: `?talk=…`. */
function linked(): { id: string; by: 'hand' } | null {
  const id = new URLSearchParams(location.search).get('talk');
  return id === null ? null : { id, by: 'hand' };
}
