import process from 'node:process';
import fc from 'fast-check';

// The same cases every time, so that no commit goes red by chance; FC_SEED=N looks at others.
fc.configureGlobal({seed: Number(process.env['FC_SEED'] ?? 20_261_123)});
