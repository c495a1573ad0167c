import { parentPort, workerData } from 'node:worker_threads';
import * as z from 'zod/mini';
import { LogUnavailable } from '../log.ts';
import { checkLog } from './chain.ts';
import { openForWriting } from './file.ts';
import { FileIdentity } from './file-identity.ts';
import type { Answer, Answered, Figures, Request } from './messages.ts';
import { Writer } from './writer.ts';

/**
 * The thread that owns the log file. What queued while it was busy with one commit is the next commit: there is
 * no window to wait for. A question that depends on order (forget, remove, open, close) is answered after what
 * was asked before it and before what was asked after it.
 */

type Append = Extract<Request, { ask: 'append' }>;

/** Most appends of one commit, so that the first of them does not wait for a crowd. */
const mostAtOnce = 2_000;
/** How often, and after how many ms each, an erasure tries to get past a reader before it is to be asked again. */
const retry = { tries: 30, everyMs: 100 };
/** How long after a failure the file is not written anew, in ms. */
const rewriteEvery = 60_000;

const { file }: { file: string } = workerData;
const port = parentPort;
if (!port) throw new Error('This file is started by the log store, in a thread of its own');

let opened = false;
const open = () => {
  const db = openForWriting(file, { make: !opened });
  opened = true;
  return db;
};
const writer = new Writer(open, new FileIdentity(file));
const queue: Request[] = [];
let scheduled = false;
/** Texts were blanked, and the write-ahead log was not emptied since. */
let walHoldsTexts = false;
/** An event was removed, and the file was not written anew since, which takes what is left of it out of free pages. */
let freeHoldsLines = false;
/** When it may be tried again to write the file anew, which takes long, by the process's clock in ms. */
let rewriteAt = 0;

port.on('message', (request: Request) => {
  queue.push(request);
  schedule();
});

/** A turn begins when all messages that have arrived are in the queue. */
function schedule(): void {
  if (scheduled) return;
  scheduled = true;
  setImmediate(turn);
}

function turn(): void {
  scheduled = false;
  const barrier = queue.findIndex(dependsOnOrder);
  const free = queue.splice(0, Math.min(barrier === -1 ? queue.length : barrier, mostAtOnce));
  const appends = free.filter(isAppend);
  if (appends.length > 0) answer(record(appends));
  for (const request of free) if (!isAppend(request)) serve(request);
  const next = queue[0];
  if (free.length === 0 && next && !isAppend(next)) {
    queue.shift();
    serve(next);
  }
  if (queue.length > 0) schedule();
  writer.checkpointIfDue();
}

function isAppend(request: Request): request is Append {
  return request.ask === 'append';
}

function dependsOnOrder({ ask }: Request): boolean {
  return ask === 'forget' || ask === 'remove' || ask === 'open' || ask === 'close';
}

function answer(answers: Answer[]): void {
  const answered: Answered = { commits: writer.commits, answers };
  port?.postMessage(answered);
}

function record(requests: readonly Append[]): Answer[] {
  const outcomes = writer.append(requests.map((request) => request.append));
  return outcomes.map((outcome, index) => {
    const call = requests[index]?.call ?? -1;
    return outcome instanceof LogUnavailable
      ? { call, unavailable: outcome.message, kind: outcome.kind }
      : { call, value: outcome };
  });
}

/** Answers one question; an error becomes the answer. */
function serve(request: Exclude<Request, Append>): void {
  attempt(request.call, () => {
    switch (request.ask) {
      case 'forget': {
        const { slug, owner, which } = request;
        const texts = writer.change((tables) => tables.forget(slug, owner, which));
        walHoldsTexts ||= texts > 0;
        // Also where an earlier try blanked them: what was overwritten may still be in the write-ahead log.
        return walHoldsTexts
          ? whenWalIsEmpty(request.call, texts, () => {
              throw new LogUnavailable(
                'The texts are blanked, but a program reading the log file keeps older pages in use; ask again when it has ended',
              );
            })
          : answer([{ call: request.call, value: texts }]);
      }
      case 'remove': {
        writer.change((tables) => tables.db.transaction(() => tables.remove(request.slug)).immediate());
        walHoldsTexts = true;
        freeHoldsLines = true;
        const isRewritten = rewrite();
        const later = () => answer([{ call: request.call, value: false }]);
        return whenWalIsEmpty(request.call, isRewritten, later);
      }
      case 'check': {
        const steps = writer.use((tables) => checkLog(tables.db, request.slug));
        return walk(request.call, steps);
      }
      case 'look': {
        const trouble = writer.look(request.trying);
        if (trouble === null) clearTraces();
        return answer([{ call: request.call, value: trouble }]);
      }
      case 'close':
        writer.close();
        answer([{ call: request.call, value: null }]);
        return port?.close();
      default:
        return answer([{ call: request.call, value: look(request) }]);
    }
  });
}

function attempt(call: number, work: () => void): void {
  try {
    work();
  } catch (error) {
    if (error instanceof LogUnavailable) answer([{ call, unavailable: error.message, kind: error.kind }]);
    else answer([{ call, fault: error instanceof Error ? error.message : String(error) }]);
  }
}

/** Questions that are answered at once. */
function look(
  request: Exclude<Request, { ask: 'append' | 'forget' | 'remove' | 'check' | 'look' | 'close' }>,
): unknown {
  return writer.change((tables) => {
    switch (request.ask) {
      case 'list':
        return tables.slugs();
      case 'open':
        if (!tables.head(request.slug)) tables.make(request.slug, request.epoch, request.made);
        return { ...tables.head(request.slug), bytes: tables.bytes(request.slug) };
      case 'page':
        return tables.page(request.slug, request.after, request.limit);
      case 'marks':
        return tables.marks(request.slug, request.after);
      case 'key':
        return tables.byKey(request.slug, request.participant, request.id);
      case 'snapshot':
        return tables.snapshot(request.slug, request.upTo);
      case 'save':
        return tables.db.transaction(() => tables.saveSnapshot(request.slug, request.snapshot)).immediate();
      case 'bodies':
        return tables.bodies(request.slug, 1, request.upTo);
      case 'limit':
        return tables.db.pragma(`max_page_count = ${request.pages}`);
      case 'figures':
        return {
          sqlite: z.string().parse(tables.db.prepare('SELECT sqlite_version()').pluck().get()),
          journalMode: z.string().parse(tables.db.pragma('journal_mode', { simple: true })),
          synchronous: z.int().parse(tables.db.pragma('synchronous', { simple: true })),
          secureDelete: z.int().parse(tables.db.pragma('secure_delete', { simple: true })),
          bytes: z
            .int()
            .parse(
              tables.db
                .prepare('SELECT page_count * page_size FROM pragma_page_count, pragma_page_size')
                .pluck()
                .get(),
            ),
        } satisfies Figures;
    }
  });
}

/** Writes the file anew, without what was removed; false where that cannot be done now. */
function rewrite(): boolean {
  try {
    writer.change((tables) => tables.db.exec('VACUUM'));
    freeHoldsLines = false;
  } catch {
    rewriteAt = performance.now() + rewriteEvery;
  }
  return !freeHoldsLines;
}

/** Removes what was kept in the files of what is gone, as far as may be now; no failure is another trouble. */
function clearTraces(): void {
  if (freeHoldsLines && performance.now() >= rewriteAt) rewrite();
  try {
    if (walHoldsTexts && writer.emptyWal()) walHoldsTexts = false;
  } catch {
    // The next look tries again.
  }
}

/** Answers when the write-ahead log holds nothing any more; appends go on while a reader is waited for, and else `orElse`. */
function whenWalIsEmpty(call: number, value: unknown, orElse: () => void, tries: number = retry.tries): void {
  if (writer.emptyWal()) {
    walHoldsTexts = false;
    answer([{ call, value }]);
  } else if (tries > 0)
    setTimeout(() => attempt(call, () => whenWalIsEmpty(call, value, orElse, tries - 1)), retry.everyMs);
  else orElse();
}

/** One step of a check a turn, so that appends never wait for more than a step. */
function walk(call: number, steps: ReturnType<typeof checkLog>): void {
  const next = steps.next();
  if (next.done) answer([{ call, value: next.value }]);
  else setImmediate(() => attempt(call, () => walk(call, steps)));
}
