import { Worker } from 'node:worker_threads';

/** Most memory of a reading thread, in megabytes. */
const mostMemory = { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 32 };

const fromSource = import.meta.url.endsWith('.ts');
/** How long a thread that was started ahead is kept where nothing comes, in milliseconds. */
const keptFor = 60_000;

let ahead: Worker | null = null;
let idle: NodeJS.Timeout | undefined;

/** Starts the thread of the next reading already: loading what it reads with takes as long as a large file does. */
export function startAhead(): void {
  ahead ??= waiting();
  ahead.unref();
  clearTimeout(idle);
  idle = setTimeout(() => {
    void ahead?.terminate();
    ahead = null;
  }, keptFor);
  idle.unref();
}

/** A thread that reads one file, the one that was started ahead where there is one. It waits for its order. */
export function nextThread(): Worker {
  clearTimeout(idle);
  const thread = ahead ?? made();
  ahead = null;
  thread.ref();
  return thread;
}

/** A thread that nobody uses yet: one that fails or ends meanwhile is nobody's trouble, the next reading makes its own. */
function waiting(): Worker {
  const thread = made();
  const forget = () => {
    if (ahead === thread) ahead = null;
  };
  thread.on('error', forget);
  thread.on('exit', forget);
  return thread;
}

function made(): Worker {
  const program = fromSource ? './read-thread-source.mjs' : './read-thread.js';
  return new Worker(new URL(program, import.meta.url), { resourceLimits: mostMemory, execArgv: [] });
}
