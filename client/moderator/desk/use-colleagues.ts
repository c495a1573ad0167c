import { useEffect, useMemo } from 'react';
import type { StaffView } from '../../../shared/views/view.ts';
import { useSayWhere } from '../../connection/display-hooks.ts';
import { useConnectionState } from '../../connection/hooks.tsx';
import { catalogue } from '../../look/messages.ts';
import { deskMessages } from '../messages/desk.en.ts';

const say = catalogue(deskMessages);

/** How long the operator stays at a row before colleagues are told, in milliseconds: running past is no news. */
const settle = 250;

/** Tells colleagues which row this desk is at, and whether it edits it. */
export function useWhereIAm(room: string, question: string | null, editing: boolean): void {
  const sayWhere = useSayWhere();
  const state = useConnectionState();
  useEffect(() => {
    if (state !== 'live') return;
    const timer = setTimeout(() => sayWhere({ room, question, editing }), settle);
    return () => clearTimeout(timer);
  }, [sayWhere, state, room, question, editing]);
}

/** Who else is at which row, in words, by question. */
export function useColleagues(
  staff: Readonly<Record<string, StaffView>> | undefined,
  me: string | undefined,
): ReadonlyMap<string, string> {
  return useMemo(() => {
    const words = new Map<string, string>();
    for (const { id, name, at } of Object.values(staff ?? {})) {
      if (id === me || !at?.question) continue;
      const who = name ?? say('done.somebody');
      const before = words.get(at.question);
      const said = say(at.editing ? 'row.edits' : 'row.here', { name: who });
      words.set(at.question, before === undefined ? said : `${before}, ${said}`);
    }
    return words;
  }, [staff, me]);
}
