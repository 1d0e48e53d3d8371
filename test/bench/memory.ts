import { memoryQuestions } from './race/memory-questions.ts';
import { runRace } from './race/run-race.ts';

/** `npm run bench -- memory`: what a server holds after a thousand distinct boxes; the database's own memory is not counted. */
await runRace('memory', process.argv.slice(2), memoryQuestions);
