import { useState } from 'react';
import type { View } from '../../shared/views/view.ts';
import { useView } from '../connection/hooks.tsx';
import { catalogue } from '../look/messages.ts';
import { Chair } from './chair/chair.tsx';
import { Desk } from './desk/desk.tsx';
import { useDeskForm } from './desk/desk-form.ts';
import { deskMessages } from './messages/desk.en.ts';
import '../look/hyperlegible.css';

const say = catalogue(deskMessages);

/** The moderators' desk: what waits, what is in the list, and what the room sees; or the chair’s view, for one hand. */
export function ModeratorScreen() {
  const view = useView(whole);
  const [chosen, setRoom] = useState(roomInAddress);
  const [form, setForm] = useDeskForm();
  const rooms = view?.event?.rooms ?? [];
  const room = rooms.find(({ id }) => id === chosen) ?? rooms[0];
  if (!view?.event) return <p>{say('desk.loading')}</p>;
  if (!room) return null;
  if (form === 'chair')
    return (
      <Chair key={room.id} view={view} event={view.event} room={room.id} onDesk={() => setForm('desk')} />
    );
  return (
    <Desk
      key={room.id}
      view={view}
      event={view.event}
      room={room.id}
      onChair={() => setForm('chair')}
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
