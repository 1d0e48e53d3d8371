import type { Question } from './race.ts';
import { boxesIn } from './urls.ts';

/** From the command to the first box; ours packs its snapshot in that time. */
export const startQuestions: readonly Question[] = [
  {
    name: 'start and first box',
    can: ({ items }) => items !== undefined,
    async run({ url, items }, { extent }, { startMs }) {
      const [box] = boxesIn(extent, 1, 3);
      const begun = performance.now();
      const answer = await fetch(url + items!(box!));
      const bytes = (await answer.arrayBuffer()).byteLength;
      const milliseconds = startMs + performance.now() - begun;
      return {
        perSecond: 1000 / milliseconds,
        p50: milliseconds,
        p99: milliseconds,
        bytes,
        failed: answer.ok ? 0 : 1,
      };
    },
  },
];
