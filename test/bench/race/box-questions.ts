import { load } from './load.ts';
import type { Question } from './race.ts';
import { boxesIn } from './urls.ts';

const connections = 16;
/** More than are asked for in a round, so that no box comes twice. */
const boxes = 60_000;

/** A box with its first 100 records: at distinct places, at one place again and again, and the first ones after a start. */
export function boxQuestions(landUse?: string): readonly Question[] {
  const what = landUse === undefined ? 'box' : `box, land use ${landUse}`;
  return [
    {
      name: `${what}, distinct`,
      can: ({ items }) => items !== undefined,
      async run({ url, items }, { extent }, { seconds, round }) {
        const warm = boxesIn(extent, boxes, 1).map((box) => items!(box, landUse));
        await load(url, warm, { connections, seconds });
        const paths = boxesIn(extent, boxes, 100 + round).map((box) => items!(box, landUse));
        return await load(url, paths, { connections, seconds });
      },
    },
    {
      name: `${what}, the same`,
      can: ({ items }) => items !== undefined,
      async run({ url, items }, { extent }, { seconds }) {
        const [box] = boxesIn(extent, 1, 7);
        const path = items!(box!, landUse);
        await load(url, Array(100).fill(path), { connections });
        return await load(url, Array(connections).fill(path), { connections, seconds });
      },
    },
    {
      name: `${what}, first 50 after a start`,
      can: ({ items }) => items !== undefined,
      run: ({ url, items }, { extent }) =>
        load(
          url,
          boxesIn(extent, 50, 11).map((box) => items!(box, landUse)),
          { connections: 1 },
        ),
    },
  ];
}
