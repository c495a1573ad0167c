import fc from 'fast-check';

/**
 * Properties run with the same seed each time, so that what passed here passes there; `FC_SEED=random` looks for new
 * trouble, and any other number repeats a run.
 */
const wished = process.env['FC_SEED'] ?? '20261122';
if (wished !== 'random') fc.configureGlobal({ seed: Number(wished) });
