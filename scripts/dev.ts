import { main } from '../src/cli/main.ts';

/** `npm run dev`: the program from its sources, started again at every change of them. */
await main();
