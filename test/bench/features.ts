import { boxQuestions } from './race/box-questions.ts';
import { itemQuestions } from './race/item-questions.ts';
import { runRace } from './race/run-race.ts';
import { sameFeatures } from './race/same-features.ts';

/** `npm run bench -- features`: a box with its first 100 records and the exact count, at distinct places and at one. */
await runRace('features', process.argv.slice(2), [...boxQuestions(), ...itemQuestions], sameFeatures);
