import { load } from './load.ts';
import type { Question } from './race.ts';
import { tilesIn } from './urls.ts';

const connections = 16;

/** Every tile once: nobody finds one that was made before. Another zoom level warms up. */
function zoomQuestion(zoom: number, warmUp: number): Question {
  return {
    name: `tiles of zoom ${zoom}, each once`,
    can: ({ tile }) => tile !== undefined,
    async run({ url, tile }, { extent }, { round }) {
      const paths = (z: number) => tilesIn(extent, z, round).map(([z, x, y]) => tile!(z, x, y));
      await load(url, paths(warmUp).slice(0, 60), { connections: 4 });
      return await load(url, paths(zoom), { connections });
    },
  };
}

export const tileQuestions: readonly Question[] = [
  zoomQuestion(14, 15),
  zoomQuestion(15, 14),
  zoomQuestion(6, 15),
];
