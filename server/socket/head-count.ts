import type { AudienceKey } from '../live/audiences.ts';
import type { RunningEvent } from '../live/running-event.ts';
import type { FanOut } from './fan-out.ts';

/** How often it is looked whether people came or went, in milliseconds. */
const lookEvery = 1_000;

/** Tells staff and screens how many people are here, where that changed or somebody new is to hear it. */
export class HeadCount {
  readonly #told = new Map<string, string>();
  readonly #timer: NodeJS.Timeout;

  /** `running` gives the events that are open, `fanOutOf` what writes to the sockets of one. */
  constructor(running: () => Iterable<RunningEvent>, fanOutOf: (slug: string) => FanOut) {
    this.#timer = setInterval(() => {
      for (const each of running()) this.#tell(each, fanOutOf(each.live.slug));
    }, lookEvery);
    this.#timer.unref();
  }

  /** Somebody of an audience came, who was told no number yet. */
  entered(slug: string, audience: AudienceKey): void {
    if (hears(audience)) this.#told.delete(slug);
  }

  /** Forgets an event that is no more. */
  forget(slug: string): void {
    this.#told.delete(slug);
  }

  /** Tells nothing more. */
  close(): void {
    clearInterval(this.#timer);
  }

  #tell({ live, presence }: RunningEvent, fanOut: FanOut): void {
    const people = presence.people();
    const text = `${people.inRoom} ${people.remote}`;
    if (this.#told.get(live.slug) === text) return;
    this.#told.set(live.slug, text);
    fanOut.announce('presence', people, hears);
  }
}

/** Whether an audience is told how many people are here: staff and screens are. */
function hears(audience: AudienceKey): boolean {
  return audience !== 'attendee' && !audience.startsWith('speaker/');
}
