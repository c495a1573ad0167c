import { useState } from 'react';
import type { View } from '../../shared/views/view.ts';
import { useView } from '../connection/hooks.tsx';
import { catalogue } from '../look/messages.ts';
import { Desk } from './desk.tsx';
import { deskMessages } from './messages.en.ts';

const say = catalogue(deskMessages);

/** The moderators' desk: what waits, what is in the list, and what the room sees. */
export function ModeratorScreen() {
  const view = useView(whole);
  const [chosen, setRoom] = useState(roomInAddress);
  if (!view?.event) return <p>{say('desk.loading')}</p>;
  const { rooms } = view.event;
  const room = rooms.find(({ id }) => id === chosen) ?? rooms[0];
  if (!room) return null;
  return (
    <Desk
      key={room.id}
      view={view}
      event={view.event}
      room={room.id}
      onRoom={(id) => {
        setRoom(id);
        history.replaceState(history.state, '', `${location.pathname}?room=${encodeURIComponent(id)}`);
      }}
    />
  );
}

function whole(view: View): View {
  return view;
}

function roomInAddress(): string | null {
  return new URLSearchParams(location.search).get('room');
}
