import type { Figures } from './load.ts';
import type { Question } from './race.ts';
import { boxesIn, tilesIn } from './urls.ts';

/** From the command to the first box, before anything is packed; then once more over what is packed. */
export const startQuestions: readonly Question[] = [
  {
    name: 'start and first box',
    isAtOnce: true,
    can: ({ items }) => items !== undefined,
    async run({ url, items }, { extent }, { startMs }) {
      const [box] = boxesIn(extent, 1, 3);
      return await asked(url + items!(box!), startMs);
    },
  },
  {
    name: 'start anew and first box',
    can: ({ items, restart }) => items !== undefined && restart !== undefined,
    async run(running, { extent }) {
      const restartMs = await running.restart!();
      const [box] = boxesIn(extent, 1, 3);
      return await asked(running.url + running.items!(box!), restartMs);
    },
  },
  {
    name: 'first tile after a start anew',
    can: ({ tile, restart }) => tile !== undefined && restart !== undefined,
    async run(running, { extent }) {
      await running.restart!();
      const [first] = tilesIn(extent, 14, 3);
      return await asked(running.url + running.tile!(...first!), 0);
    },
  },
];

/** One answer, with what was waited for before. */
async function asked(url: string, beforeMs: number): Promise<Figures> {
  const begun = performance.now();
  const answer = await fetch(url);
  const bytes = (await answer.arrayBuffer()).byteLength;
  const milliseconds = beforeMs + performance.now() - begun;
  return {
    perSecond: 1000 / milliseconds,
    p50: milliseconds,
    p99: milliseconds,
    bytes,
    failed: answer.ok ? 0 : 1,
  };
}
