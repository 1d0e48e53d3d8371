import fc from 'fast-check';

/**
 * Property tests draw the same cases in every run, so that a red run tells of a change; `UFUQ_SEED=random` draws new
 * ones, and `UFUQ_SEED=N` those of a run that found something.
 */
const asked = process.env.UFUQ_SEED ?? '20261122';
if (asked !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(asked) });
