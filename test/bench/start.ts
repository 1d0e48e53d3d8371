import { runRace } from './race/run-race.ts';
import { startQuestions } from './race/start-questions.ts';

/** `npm run bench -- start`: from the command to the first box and tile, without and with a snapshot that is packed already. */
await runRace('start', process.argv.slice(2), startQuestions);
