import { runRace } from './race/run-race.ts';
import { startQuestions } from './race/start-questions.ts';

/** `npm run bench -- start`: from the command to the first box, ours with its snapshot packed in that time. */
await runRace('start', process.argv.slice(2), startQuestions);
