import type { Role } from '../../shared/people/role.ts';
import { isStaff } from '../../shared/people/role.ts';
import type { DrawnView } from '../../shared/views/context.ts';
import type { StaffView } from '../../shared/views/view.ts';
import { iso } from '../../shared/wire/instant.ts';
import type { At, Drawn } from '../../shared/wire/up.ts';

/** One open connection, as presence needs to know it. */
export interface Present {
  connection: string;
  participant: string;
  role: Role;
  name: string | null;
  attendance: 'inRoom' | 'remote';
  /** The role of the page, where an organizer's badge stands in for one of that role. */
  actsAs?: Role | undefined;
  /** Which display it is, by its id at the desk, where a screen said so. */
  display?: string | undefined;
  /** Whether it is a screen of a room, at the lectern or on the wall: nobody's own page. */
  screen: boolean;
}

/** What presence keeps rows of. */
type Rows = 'staff' | 'crew' | 'displays';

/** Most displays kept per event, so that nobody fills the memory with names of displays. */
const displayLimit = 200;

/** Who is connected to an event and what its displays drew: of this moment, never logged. */
export class Presence {
  readonly staff = new Map<string, StaffView>();
  readonly displays = new Map<string, DrawnView>();
  /** When the crew was last connected, by participant; null: they are now. */
  readonly seen = new Map<string, number | null>();
  readonly #present = new Map<string, Present>();
  readonly #displaysOf = new Map<string, string>();
  /** The connection that said where somebody of the staff is. */
  readonly #saidBy = new Map<string, string>();
  readonly #clock: () => number;
  readonly #runs: (participant: string) => boolean;
  readonly #changed: (of: Rows) => void;

  /** `runs`: whether somebody runs the event, as its log knows. `changed` is told of which there are other rows now. */
  constructor(clock: () => number, runs: (participant: string) => boolean, changed: (of: Rows) => void) {
    this.#clock = clock;
    this.#runs = runs;
    this.#changed = changed;
  }

  /** A connection came. */
  enter(present: Present): void {
    const { connection, participant, role, name } = present;
    this.#present.set(connection, present);
    if (!isCrew(present)) return;
    this.seen.set(participant, null);
    this.#changed('crew');
    if (!isStaff(role)) return;
    this.staff.set(participant, { id: participant, name, role, at: this.staff.get(participant)?.at ?? null });
    this.#changed('staff');
  }

  /** Somebody is described anew, on every connection of theirs. */
  known(participant: string, person: Pick<Present, 'name' | 'attendance'>): void {
    for (const [connection, present] of this.#present)
      if (present.participant === participant) this.describe(connection, person);
  }

  /** Whose connection it is says anew what they are called and where they are. */
  describe(connection: string, { name, attendance }: Pick<Present, 'name' | 'attendance'>): void {
    const present = this.#present.get(connection);
    if (present) this.#present.set(connection, { ...present, name, attendance });
  }

  /** Somebody of the staff says at which row they are. */
  isAt(connection: string, { room = null, question = null, editing = false }: At): void {
    const { participant } = this.#present.get(connection) ?? {};
    const known = participant === undefined ? undefined : this.staff.get(participant);
    if (!known) return;
    this.#saidBy.set(known.id, connection);
    this.staff.set(known.id, { ...known, at: { room, question, editing } });
    this.#changed('staff');
  }

  /** Whether somebody is at a desk: a moderator, or an organizer in their place. */
  get hasModerator(): boolean {
    return [...this.#present.values()].some(({ role, actsAs = role }) => actsAs === 'moderator');
  }

  /** A connection went; a display it spoke for is missed from now on. */
  leave(connection: string): void {
    const present = this.#present.get(connection);
    if (!present) return;
    this.#present.delete(connection);
    this.#miss(connection);
    const theirs = [...this.#present.values()].filter(
      ({ participant }) => participant === present.participant,
    );
    if (isCrew(present) && !theirs.some(isCrew)) {
      this.seen.set(present.participant, this.#clock());
      this.#changed('crew');
    }
    const known = this.staff.get(present.participant);
    if (!known) return;
    const spoke = this.#saidBy.get(known.id) === connection;
    if (spoke) this.#saidBy.delete(known.id);
    if (!theirs.some(({ role }) => isStaff(role))) this.staff.delete(known.id);
    else if (spoke) this.staff.set(known.id, { ...known, at: null });
    else return;
    this.#changed('staff');
  }

  /** The id at the desk of a display whose link names a room, or none. Undefined where too many others are open. */
  displayOf(scope: string | undefined, display: string): string | undefined {
    const id = displayKey(scope, display);
    const open = new Set([...this.#present.values()].flatMap((each) => each.display ?? []));
    return open.has(id) || open.size < displayLimit ? id : undefined;
  }

  /** Whether any connection speaks for a display, by its id at the desk. */
  isOpen(display: string): boolean {
    return [...this.#present.values()].some((each) => each.display === display);
  }

  /** A display, whose link names a room or none, says what it drew, at an instant of this server. */
  drew(connection: string, scope: string | undefined, drawn: Drawn, at: number): void {
    const id = displayKey(scope, drawn.display);
    if (this.#displaysOf.get(connection) !== id) this.#miss(connection);
    if (!this.displays.has(id) && !this.#makeRoom()) return;
    this.#displaysOf.set(connection, id);
    this.displays.set(id, {
      ...drawn,
      id,
      scope: scope ?? null,
      question: drawn.question ?? null,
      at: iso(at),
      connected: true,
    });
    this.#changed('displays');
  }

  /** The display that a connection spoke for is missed, unless another connection speaks for it. */
  #miss(connection: string): void {
    const display = this.displays.get(this.#displaysOf.get(connection) ?? '');
    this.#displaysOf.delete(connection);
    if (!display || [...this.#displaysOf.values()].includes(display.id)) return;
    this.displays.set(display.id, { ...display, connected: false });
    this.#changed('displays');
  }

  /** Whether there is room for one more display; those that are missed longest make it. */
  #makeRoom(): boolean {
    if (this.displays.size < displayLimit) return true;
    const gone = [...this.displays.values()].find(({ connected }) => !connected);
    if (!gone) return false;
    this.displays.delete(gone.id);
    this.#changed('displays');
    return true;
  }

  /**
   * [W52] How many people are here, each counted once however many pages they have open. Screens are no people, and
   * whoever runs the event is none of the audience, whatever they have open, their desk or not.
   */
  people(): { inRoom: number; remote: number } {
    const where = new Map<string, 'inRoom' | 'remote'>();
    const present = [...this.#present.values()];
    const standIns = new Set(present.filter(({ actsAs }) => actsAs).map(({ participant }) => participant));
    const runs = (participant: string) =>
      this.staff.has(participant) || standIns.has(participant) || this.#runs(participant);
    for (const { participant, screen, attendance } of present)
      if (!screen && !runs(participant)) where.set(participant, attendance);
    const inRoom = [...where.values()].filter((attendance) => attendance === 'inRoom').length;
    return { inRoom, remote: where.size - inRoom };
  }
}

/** Whether whoever runs the event or speaks is here by this connection; a page left open on a screen of the room is nobody. */
function isCrew({ role, actsAs }: Present): boolean {
  return isStaff(role) || (role === 'speaker' && actsAs === undefined);
}

function displayKey(scope: string | undefined, display: string): string {
  return `${scope ?? ''}/${display}`;
}
