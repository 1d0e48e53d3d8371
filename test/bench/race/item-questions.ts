import { load } from './load.ts';
import type { Question } from './race.ts';
import { someRecords } from './some-records.ts';

const connections = 16;

/** One record at a time, out of a thousand. */
export const itemQuestions: readonly Question[] = [
  {
    name: 'one record',
    can: ({ item }) => item !== undefined,
    async run({ url, item }, ground, { seconds }) {
      const paths = (await someRecords(ground)).map((record) => item!(record));
      await load(url, paths, { connections, seconds });
      return await load(url, paths, { connections, seconds });
    },
  },
];
