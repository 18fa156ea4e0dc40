import fc from 'fast-check';

/** The same examples on every run, so that a red test says something about the change. Other ones: FC_SEED=7 npm test. */
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20_261_123) });
