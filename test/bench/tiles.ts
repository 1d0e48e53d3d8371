import { runRace } from './race/run-race.ts';
import { sameTiles } from './race/same-tiles.ts';
import { tileQuestions } from './race/tile-questions.ts';

/** `npm run bench -- tiles`: every tile of a zoom level once, from servers that have just started; none is compressed. */
await runRace('tiles', process.argv.slice(2), tileQuestions, sameTiles);
