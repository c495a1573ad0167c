/** What a probe inside the desk's page knows. Times are milliseconds of that page's `performance`. */
export interface DeskProbe {
  /** When the first row of a list could be seen; null before. */
  firstRow: number | null;
  /** Waits for the next press, and from then until its command of this type is acknowledged and its effect drawn. */
  arm: (type: string, row: string) => void;
  /** Whether such a command was sent since: a desk holds keys off where a row has just come into focus. */
  sent: () => boolean;
  /** Milliseconds from the press until it was acknowledged and drawn; for *show* also until a display said it drew it. */
  result: () => Promise<{ drawn: number; display: number | null }>;
  /** Begins to look at the row in focus in every frame. */
  watch: () => void;
  /** How far it moved since, in how many frames, how often it was not there at all, and the longest frame in milliseconds. */
  watched: () => { moved: number; frames: number; lost: number; longest: number };
}

declare global {
  interface Window {
    deskProbe: DeskProbe;
  }
}

/**
 * Runs inside the page before anything else of it: listens to its socket, its keys and its frames. What it knows of the
 * desk are the attributes of its rows: `data-row`, `data-list`, `data-left`, `data-current`, `data-onscreen`. What takes
 * longer than `longest`, in milliseconds, is waited for no longer and counts as so much.
 */
export function installProbe(longest: number): void {
  const types = new Map<string, string>();
  const acknowledged = new Map<string, number>();
  const drawnByDisplay = new Map<string, number>();
  let armed: { type: string; row: string; pressed: number | null } | null = null;
  let sent = false;
  let watching: { row: string; top: number; left: number } | null = null;
  let seen = { moved: 0, frames: 0, lost: 0, longest: 0 };
  let lastFrame = 0;

  const rowOf = (id: string) => document.querySelector<HTMLElement>(`[data-row="${id}"]`);
  const send = WebSocket.prototype.send;
  WebSocket.prototype.send = function (this: WebSocket, data) {
    const [, number, type] =
      (typeof data === 'string' && /^42(\d+)\["command",.*?"type":"([a-z.A-Z]+)"/.exec(data)) || [];
    if (number !== undefined && type !== undefined) {
      types.set(number, type);
      if (type === armed?.type) sent = true;
    }
    send.call(this, data);
  };
  const hear = (data: unknown) => {
    if (typeof data !== 'string') return;
    const [, number] = /^43(\d+)\[\{"ok":true/.exec(data) ?? [];
    const type = number === undefined ? undefined : types.get(number);
    if (type !== undefined) acknowledged.set(type, performance.now());
    // Few displays, and each in a few hundred characters: what is behind them in a long message is not read.
    const displays = data.startsWith('42[') ? data.indexOf('"displays":{') : -1;
    if (displays < 0) return;
    for (const [, question] of data
      .slice(displays, displays + 4_000)
      .matchAll(/"question":"([0-9a-f-]{36})"/g))
      if (question !== undefined) drawnByDisplay.set(question, performance.now());
  };
  window.WebSocket = class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      this.addEventListener('message', ({ data }) => hear(data));
    }
  };

  addEventListener(
    'keydown',
    (event) => {
      if (armed && armed.pressed === null) armed.pressed = event.timeStamp;
    },
    { capture: true },
  );

  /** Whether the desk shows what a command did to a row. */
  const isDrawn = (type: string, id: string) => {
    const row = rowOf(id);
    if (type === 'stage.show') return row?.dataset['onscreen'] === 'true';
    const list = type === 'question.approve' ? 'waiting' : 'live';
    return row === null || row.dataset['left'] === 'true' || row.dataset['list'] !== list;
  };

  const frame = () => {
    const at = performance.now();
    if (probe.firstRow === null && document.querySelector('[data-row]')) probe.firstRow = at;
    if (watching) {
      const box = rowOf(watching.row)?.getBoundingClientRect();
      seen.frames += 1;
      if (!box) seen.lost += 1;
      else
        seen.moved = Math.max(
          seen.moved,
          Math.abs(box.top - watching.top),
          Math.abs(box.left - watching.left),
        );
      if (lastFrame > 0) seen.longest = Math.max(seen.longest, at - lastFrame);
      lastFrame = at;
    }
    requestAnimationFrame(frame);
  };

  const probe: DeskProbe = {
    firstRow: null,
    arm: (type, row) => {
      acknowledged.delete(type);
      drawnByDisplay.delete(row);
      armed = { type, row, pressed: null };
      sent = false;
    },
    sent: () => sent,
    result: () =>
      new Promise((resolve, reject) => {
        const asked = performance.now();
        let drawn: number | null = null;
        const look = () => {
          const at = performance.now();
          if (armed === null) return reject(new Error('No press is awaited'));
          const { type, row, pressed } = armed;
          if (pressed !== null && drawn === null && acknowledged.has(type) && isDrawn(type, row))
            drawn = at - pressed;
          const display = drawnByDisplay.get(row);
          if (at - asked > longest) {
            armed = null;
            return resolve({ drawn: drawn ?? longest, display: type === 'stage.show' ? longest : null });
          }
          if (pressed === null || drawn === null || (type === 'stage.show' && display === undefined))
            return requestAnimationFrame(look);
          armed = null;
          // What was heard of a display is drawn by the frame after it: this one.
          return resolve({ drawn, display: display === undefined ? null : at - pressed });
        };
        look();
      }),
    watch: () => {
      const row = document.querySelector<HTMLElement>('[data-current="true"]');
      const box = row?.getBoundingClientRect();
      if (!row || !box) throw new Error('No row is in focus');
      watching = { row: row.dataset['row'] ?? '', top: box.top, left: box.left };
      seen = { moved: 0, frames: 0, lost: 0, longest: 0 };
      lastFrame = 0;
    },
    watched: () => seen,
  };
  window.deskProbe = probe;
  requestAnimationFrame(frame);
}
