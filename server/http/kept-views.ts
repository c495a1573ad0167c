import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { fullView, type Viewer } from '../../shared/views/lens.ts';
import type { Monotonic } from '../access/meters.ts';
import { type AudienceKey, audienceOf, type Seat } from '../live/audiences.ts';
import type { At } from '../live/messages.ts';
import type { RunningEvent } from '../live/running-event.ts';
import { viewJson } from './view-json.ts';

/** How long a common view may be served before it is looked whether it is another now, in milliseconds. */
const commonLife = 1_000;

/** Own parts that are kept of one event: of those who asked last. */
const ownKept = 500;

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** A common view: the same bytes for everybody of a role, packed once for whoever unpacks it. */
export interface CommonView {
  etag: string;
  plain: Promise<Buffer>;
  br: () => Promise<Buffer>;
  gzip: () => Promise<Buffer>;
}

interface KeptCommon extends CommonView {
  lookedAt: number;
}

interface Kept {
  common: Map<AudienceKey, KeptCommon>;
  own: Map<string, { etag: string; body: Buffer }>;
  /** Whole views under way, by their version. */
  whole: Map<string, Promise<Buffer>>;
}

/** Views of running events as they are sent over HTTP, each made once and kept until something in it may be another. */
export class KeptViews {
  readonly #kept = new WeakMap<RunningEvent, Kept>();
  readonly #now: Monotonic;

  constructor(now: Monotonic) {
    this.#now = now;
  }

  /** What everybody of a seat's audience sees, at most a second old. */
  common(running: RunningEvent, seat: Seat): CommonView {
    const { common } = this.#of(running);
    const { key } = audienceOf(seat);
    const etag = versionOf(running, key);
    const now = this.#now();
    const known = common.get(key);
    if (known && now - known.lookedAt < commonLife) return known;
    if (known?.etag === etag) {
      known.lookedAt = now;
      return known;
    }
    const { view, ...at } = running.ticker.views.common(seat);
    const plain = viewJson(opening(at), view, '}');
    const made = {
      ...{ etag, plain, lookedAt: now },
      br: once(async () => brotli(await plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })),
      gzip: once(async () => zip(await plain)),
    };
    common.set(key, made);
    plain.catch(() => common.delete(key));
    return made;
  }

  /** The own part of somebody, as it is now. */
  own(running: RunningEvent, seat: Seat, viewer: Viewer): { etag: string; body: Buffer } {
    const { own } = this.#of(running);
    const etag = personalVersionOf(running, seat, viewer);
    const key = `${audienceOf(seat).key} ${viewer.participant}`;
    const known = own.get(key);
    own.delete(key);
    const made = known?.etag === etag ? known : { etag, body: ownBody(running, seat, viewer) };
    own.set(key, made);
    if (own.size > ownKept) for (const oldest of [...own.keys()].slice(0, 1)) own.delete(oldest);
    return made;
  }

  /** Everything that somebody sees now, own part included: made once for all who ask for it until it is made. */
  whole(running: RunningEvent, seat: Seat, viewer: Viewer): Promise<Buffer> {
    const { whole } = this.#of(running);
    const key = personalVersionOf(running, seat, viewer);
    const underWay = whole.get(key);
    if (underWay) return underWay;
    const made = this.#make(running, seat, viewer).finally(() => whole.delete(key));
    whole.set(key, made);
    return made;
  }

  #make(running: RunningEvent, seat: Seat, viewer: Viewer): Promise<Buffer> {
    const { view, ...at } = running.ticker.views.common(seat);
    return viewJson(opening(at), fullView(view, running.ticker.views.own(seat, viewer).own), '}');
  }

  #of(running: RunningEvent): Kept {
    const kept = this.#kept.get(running) ?? { common: new Map(), own: new Map(), whole: new Map() };
    this.#kept.set(running, kept);
    return kept;
  }
}

/** The ETag of what one person sees: another where the event is, or what their badge says of them. */
export function personalVersionOf(running: RunningEvent, seat: Seat, viewer: Viewer): string {
  const who = createHash('sha256').update(JSON.stringify(viewer)).digest('base64url').slice(0, 16);
  return versionOf(running, `${audienceOf(seat).key}.${who}`);
}

/** The ETag of what an audience sees: the epoch, who it is, the seq, and a count of what changed without an entry. */
function versionOf({ live, ticker }: RunningEvent, audience: AudienceKey): string {
  return `"${live.log.epoch}.${audience}.${live.state.seq}.${ticker.views.changesBeside}"`;
}

function opening(at: At): string {
  return `${JSON.stringify(at).slice(0, -1)},"view":`;
}

/** Makes something when it is first asked for. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => {
    made ??= make();
    return made;
  };
}

/** The own part of somebody as JSON; screens have none of it. */
function ownBody(running: RunningEvent, seat: Seat, viewer: Viewer): Buffer {
  const { at, own } = running.ticker.views.own(seat, viewer);
  return Buffer.from(JSON.stringify({ ...at, ...(own ?? { me: {}, questions: {} }) }));
}
