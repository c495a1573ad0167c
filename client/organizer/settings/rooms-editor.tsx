import { useId } from 'react';
import { Button } from '../../look/button.tsx';
import { catalogue } from '../../look/messages.ts';
import { settingsMessages } from '../messages/settings.en.ts';
import type { Draft } from '../programme/draft.ts';
import { TextField } from '../programme/fields.tsx';
import { Marked } from '../programme/marks.tsx';
import { type Problem, roomField } from '../programme/problems.ts';
import css from '../programme/programme-page.module.css';

const say = catalogue(settingsMessages);

/** The rooms of an event: named anew, added, taken out where nothing takes place in them; one without a name says so. */
export function RoomsEditor(props: {
  draft: Draft;
  problems: readonly Problem[];
  onEdit: (edit: (draft: Draft) => Draft) => void;
}) {
  const { draft, problems, onEdit } = props;
  const noNames = useId();
  const rooms = draft.rooms ?? [];
  const sessionsIn = (room: string) => draft.sessions.filter((session) => session.room === room).length;
  const set = (change: (rooms: NonNullable<Draft['rooms']>) => NonNullable<Draft['rooms']>) =>
    onEdit((before) => ({ ...before, rooms: change(before.rooms ?? []) }));
  const add = (
    <Button size="small" onClick={() => set((all) => [...all, newRoom(all)])}>
      {say('rooms.add')}
    </Button>
  );
  return (
    <fieldset className={css.group}>
      <legend>{say('rooms.heading')}</legend>
      {rooms.map(({ id, name }, index) => {
        const sessions = sessionsIn(id);
        const wrong = problems.find(({ field }) => field === roomField(id))?.words;
        const wrongId = `${noNames}-${id}`;
        return (
          <div key={id} className={css.line}>
            <Marked wrong={wrong} wrongId={wrongId}>
              <TextField
                label={say('rooms.name', { n: index + 1 })}
                value={name}
                wrong={wrong && wrongId}
                onChange={(named) =>
                  set((all) => all.map((each) => (each.id === id ? { ...each, name: named } : each)))
                }
              />
            </Marked>
            <Marked>
              {sessions > 0 ? (
                <span className={css.besideField}>{say('rooms.sessions', { sessions })}</span>
              ) : (
                <Button
                  kind="quiet"
                  disabled={rooms.length === 1}
                  onClick={() => set((all) => all.filter((each) => each.id !== id))}
                >
                  {say('rooms.remove', { name })}
                </Button>
              )}
            </Marked>
            {index === rooms.length - 1 && <Marked>{add}</Marked>}
          </div>
        );
      })}
      {rooms.length === 0 && <div>{add}</div>}
    </fieldset>
  );
}

/** One more room, with an id that none has. */
function newRoom(rooms: NonNullable<Draft['rooms']>): { id: string; name: string } {
  let n = rooms.length + 1;
  while (rooms.some(({ id }) => id === `room-${n}`)) n += 1;
  return { id: `room-${n}`, name: say('rooms.new', { n }) };
}
