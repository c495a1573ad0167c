import { makeRow, setFields } from '../state/change.ts';
import type { Rule } from '../state/rule.ts';
import type { displaySetData } from './commands.ts';
import { type DisplayRow, displayLimit } from './display.ts';
import { refuse } from './refusals.ts';

/**
 * [S7] A display is claimed, named, given a room and a look; what is not named stays.
 * Refuses: `room-unknown`, `displays-full`.
 */
export const setDisplay: Rule<typeof displaySetData> = {
  decide(state, data) {
    if (data.room != null && state.tables.rooms.get(data.room)?.removed !== false)
      return refuse('unknown', 'room-unknown');
    const claimed = [...state.tables.displays.values()].filter(({ removed }) => !removed);
    return data.on === false || claimed.length < displayLimit || claimed.some(({ id }) => id === data.display)
      ? null
      : refuse('not-now', 'displays-full', { now: { displays: displayLimit }, limit: displayLimit });
  },
  evolve(state, data) {
    const { display: id, name, room, layout, background, theme, on } = data;
    const said = { name, room, layout, background, theme };
    const fields: Partial<DisplayRow> = Object.fromEntries(
      Object.entries(said).filter(([, value]) => value !== undefined),
    );
    const known = state.tables.displays.get(id);
    if (known)
      return setFields(
        'displays',
        known,
        on === false ? { ...unclaimed, removed: true } : { ...fields, removed: false },
      );
    const row =
      on === false ? { ...unclaimed, id, removed: true } : { ...unclaimed, ...fields, id, removed: false };
    return [makeRow('displays', row)];
  },
};

/** A display of which nobody at a desk said anything. */
const unclaimed = { name: null, room: null, layout: null, background: null, theme: null };
