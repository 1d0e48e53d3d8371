import { load } from './load.ts';
import type { Question } from './race.ts';
import { tilesIn } from './urls.ts';

const connections = 16;

/** Every tile once: nobody finds one that was made before. Another zoom level warms up, for as long as boxes are warmed up. */
function zoomQuestion(zoom: number, warmUp: number): Question {
  return {
    name: `tiles of zoom ${zoom}, each once`,
    can: ({ tile }) => tile !== undefined,
    async run({ url, tile }, { extent }, { round, seconds }) {
      const paths = (z: number) => tilesIn(extent, z, round).map(([z, x, y]) => tile!(z, x, y));
      await load(url, paths(warmUp), { connections, seconds });
      return await load(url, paths(zoom), { connections });
    },
  };
}

/** The first tiles that are asked for after a start, one by one. */
function coldQuestion(zoom: number): Question {
  return {
    name: `tiles of zoom ${zoom}, first 20 after a start`,
    can: ({ tile }) => tile !== undefined,
    async run({ url, tile }, { extent }, { round }) {
      const first = tilesIn(extent, zoom, 50 + round).slice(0, 20);
      return await load(
        url,
        first.map(([z, x, y]) => tile!(z, x, y)),
        { connections: 1 },
      );
    },
  };
}

export const tileQuestions: readonly Question[] = [
  zoomQuestion(14, 15),
  zoomQuestion(15, 14),
  zoomQuestion(6, 15),
  coldQuestion(14),
];
