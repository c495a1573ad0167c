import { useState } from 'react';
import type { View } from '../../../shared/views/view.ts';
import { useConnectionState } from '../../connection/hooks.tsx';
import { catalogue } from '../../look/messages.ts';
import { useActions } from '../actions/use-actions.ts';
import { useCommands } from '../actions/use-commands.ts';
import { useFetched } from '../lists/use-fetched.ts';
import { deskMessages } from '../messages/desk.en.ts';
import { useShow } from '../screen/use-show.ts';
import { useTakenOff } from '../screen/use-taken-off.ts';
import type { Watch } from './talk-picker.tsx';
import { useWatched } from './use-watched.ts';

const say = catalogue(deskMessages);

/** What every form of the desk works with: what it looks at, what it can do, and what came of it. */
export function useDesk(view: View, room: string) {
  const connection = useConnectionState();
  const [watch, setWatch] = useState<Watch>('follow');
  const [internal, setInternal] = useState(false);
  const commands = useCommands();
  const isShut = view.event?.closed === true && view.me?.role !== 'organizer';
  const noShow = commands.away ?? (isShut ? say('desk.closed') : null);
  const actions = useActions(commands, room, internal);
  const fetched = useFetched(view);
  const watched = useWatched(view, fetched.questions, room, watch);
  const { upNext, stage, displays } = watched;
  const { refuse } = commands;
  useTakenOff(commands, watched.onScreen?.id ?? null, watched.questions);
  const showing = useShow({ actions: actions.stage, upNext, stage, displays, refuse });
  return {
    ...{ connection, noShow, watch, setWatch, internal, setInternal },
    ...{ commands, actions, fetched, watched, showing },
  };
}
export type DeskState = ReturnType<typeof useDesk>;
