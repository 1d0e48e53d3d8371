import { residentMB } from './contestant.ts';
import { load } from './load.ts';
import type { Question } from './race.ts';
import { boxesIn } from './urls.ts';

/** Proportional memory after a thousand distinct boxes, told in the column of bytes. */
export const memoryQuestions: readonly Question[] = [
  {
    name: 'memory after 1,000 boxes',
    can: ({ items }) => items !== undefined,
    async run({ url, items, processes }, { extent }) {
      const figures = await load(
        url,
        boxesIn(extent, 1000, 5).map((box) => items!(box)),
        { connections: 16 },
      );
      return { ...figures, bytes: residentMB(processes) * 2 ** 20 };
    },
  },
];
