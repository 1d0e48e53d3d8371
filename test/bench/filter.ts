import { boxQuestions } from './race/box-questions.ts';
import { runRace } from './race/run-race.ts';

/** `npm run bench -- filter`: the same, of one use of land only. */
await runRace('filter', process.argv.slice(2), boxQuestions('commercial'));
