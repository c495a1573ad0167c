import type { Role } from '../../shared/people/role.ts';
import { isStaff } from '../../shared/people/role.ts';
import type { DisplayView, StaffView } from '../../shared/views/view.ts';
import { iso } from '../../shared/wire/instant.ts';
import type { Drawn } from '../../shared/wire/up.ts';
import type { Touched } from './touched.ts';
import { untouched } from './touched.ts';

/** One open connection, as presence needs to know it. */
export interface Present {
  connection: string;
  participant: string;
  role: Role;
  name: string | null;
  attendance: 'inRoom' | 'remote';
}

/** Most displays kept per event, so that nobody fills the memory with names of displays. */
const displayLimit = 200;

/** Who is connected to an event and what its displays drew: of this moment, never logged. */
export class Presence {
  readonly staff = new Map<string, StaffView>();
  readonly displays = new Map<string, DisplayView>();
  readonly #present = new Map<string, Present>();
  readonly #displaysOf = new Map<string, string>();
  readonly #changed: (touched: Touched) => void;

  /** `changed` is told which rows of `staff` and `displays` are others now. */
  constructor(changed: (touched: Touched) => void) {
    this.#changed = changed;
  }

  /** A connection came. */
  enter(present: Present): void {
    this.#present.set(present.connection, present);
    if (!isStaff(present.role)) return;
    this.staff.set(present.participant, { id: present.participant, name: present.name, role: present.role });
    this.#changed(rows('staff', present.participant));
  }

  /** A connection went; a display it spoke for is missed from now on. */
  leave(connection: string): void {
    const present = this.#present.get(connection);
    if (!present) return;
    this.#present.delete(connection);
    this.#miss(connection);
    const elsewhere = [...this.#present.values()].some(
      (other) => other.participant === present.participant && isStaff(other.role),
    );
    if (elsewhere || !this.staff.delete(present.participant)) return;
    this.#changed(rows('staff', present.participant));
  }

  /** A display says what it drew, at an instant of this server. */
  drew(connection: string, room: string, drawn: Drawn, at: number): void {
    const id = `${room}/${drawn.display}`;
    if (this.#displaysOf.get(connection) !== id) this.#miss(connection);
    if (!this.displays.has(id) && !this.#makeRoom()) return;
    this.#displaysOf.set(connection, id);
    this.displays.set(id, {
      ...drawn,
      id,
      room,
      question: drawn.question ?? null,
      at: iso(at),
      connected: true,
    });
    this.#changed(rows('displays', id));
  }

  /** The display that a connection spoke for is missed, unless another connection speaks for it. */
  #miss(connection: string): void {
    const display = this.displays.get(this.#displaysOf.get(connection) ?? '');
    this.#displaysOf.delete(connection);
    if (!display || [...this.#displaysOf.values()].includes(display.id)) return;
    this.displays.set(display.id, { ...display, connected: false });
    this.#changed(rows('displays', display.id));
  }

  /** Whether there is room for one more display; those that are missed longest make it. */
  #makeRoom(): boolean {
    if (this.displays.size < displayLimit) return true;
    const gone = [...this.displays.values()].find(({ connected }) => !connected);
    if (!gone) return false;
    this.displays.delete(gone.id);
    this.#changed(rows('displays', gone.id));
    return true;
  }

  /** How many people are here, each counted once however many pages they have open. Screens are no people. */
  people(): { inRoom: number; remote: number } {
    const where = new Map<string, 'inRoom' | 'remote'>();
    for (const { participant, role, attendance } of this.#present.values())
      if (role !== 'projector') where.set(participant, attendance);
    const inRoom = [...where.values()].filter((attendance) => attendance === 'inRoom').length;
    return { inRoom, remote: where.size - inRoom };
  }
}

function rows(name: string, id: string): Touched {
  const touched = untouched();
  touched.rows.set(name, new Set([id]));
  return touched;
}
