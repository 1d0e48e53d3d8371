import { parseArgs } from 'node:util';
import type { Contestant, Running } from './contestant.ts';
import { bareNode } from './contestants/bare-node.ts';
import { pgFeatureserv, pgTileserv } from './contestants/crunchy.ts';
import { mapserver } from './contestants/mapserver.ts';
import { martin } from './contestants/martin.ts';
import { pygeoapi } from './contestants/pygeoapi.ts';
import { tipg } from './contestants/tipg.ts';
import { ufuq } from './contestants/ufuq.ts';
import { type Ground, raceGround } from './ground.ts';
import { type Figures, median } from './load.ts';
import { whoRaces } from './who-races.ts';

const options = {
  count: { type: 'string', default: '1000000' },
  rounds: { type: 'string', default: '3' },
  seconds: { type: 'string', default: '5' },
  peers: { type: 'string' },
  /** Of the questions, those whose names have this in them. */
  only: { type: 'string' },
  json: { type: 'boolean', default: false },
  write: { type: 'boolean', default: false },
} as const;

export type RaceValues = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

/** One question of a race: how it is put, and to whom it can be. */
export interface Question {
  readonly name: string;
  readonly can: (running: Running) => boolean;
  /** Whether it is put as soon as there is an answer. */
  readonly isAtOnce?: boolean;
  /** Runs it once, on a contestant that has just been started. */
  readonly run: (running: Running, ground: Ground, setting: Setting) => Promise<Figures>;
}

export interface Setting {
  /** Seconds that a timed run lasts. */
  readonly seconds: number;
  readonly round: number;
  /** Milliseconds that the contestant took to start. */
  readonly startMs: number;
}

export interface Row {
  readonly question: string;
  readonly contestant: string;
  readonly figures: Figures;
}

const all: readonly Contestant[] = [
  ufuq,
  bareNode,
  mapserver,
  tipg,
  pygeoapi,
  martin,
  pgTileserv,
  pgFeatureserv,
];

export interface Outcome {
  readonly rows: readonly Row[];
  /** What was wrong with answers. */
  readonly faults: readonly string[];
  readonly versions: readonly string[];
  /** Who did not race, each with the reason. */
  readonly absent: readonly string[];
}

export function raceValues(args: readonly string[]): RaceValues {
  return parseArgs({ args: [...args], options }).values;
}

/** Medians over alternating rounds of every question for everybody who is installed. */
export async function race(
  server: string,
  values: RaceValues,
  questions: readonly Question[],
  check?: (contestants: readonly Running[], ground: Ground) => Promise<readonly string[]>,
): Promise<Outcome> {
  const field = whoRaces(all, values.peers);
  const absent = [...field.absent];
  const ground = await raceGround(server, Number(values.count));
  const figures = new Map<string, Figures[]>();
  const faults: string[] = [];
  const unable = new Set<string>();
  const asked = questions.filter(({ name }) => name.includes(values.only ?? ''));
  for (const [index, question] of asked.entries())
    for (let round = 0; round < Number(values.rounds); round++)
      for (const contestant of field.present) {
        const key = `${question.name}\t${contestant.name}`;
        if (unable.has(key)) continue;
        // One at a time on the machine: whoever waits takes no memory and no processor.
        const begun = performance.now();
        const running = await contestant.start(ground).catch((error: Error) => {
          if (contestant === ufuq) throw error;
          unable.add(key);
          absent.push(`${contestant.name}, ${question.name}: ${error.message}`);
        });
        if (!running) continue;
        const startMs = performance.now() - begun;
        try {
          if (!question.can(running)) {
            unable.add(key);
            continue;
          }
          if (!question.isAtOnce) await running.settle?.();
          const measured = await question.run(running, ground, {
            seconds: Number(values.seconds),
            round,
            startMs,
          });
          figures.set(key, [...(figures.get(key) ?? []), measured]);
          process.stderr.write(
            `${question.name}, round ${round + 1}: ${contestant.name} ${measured.perSecond.toFixed(1)}/s, ` +
              `p99 ${measured.p99.toFixed(1)} ms, ready after ${(startMs / 1000).toFixed(1)} s\n`,
          );
          // Afterwards, so that nobody has been asked anything before the clock ran.
          if (index === 0 && round === 0 && check) faults.push(...(await check([running], ground)));
        } finally {
          await running.stop();
        }
      }
  const rows = [...figures].map(([key, runs]) => {
    const [question, contestant] = key.split('\t') as [string, string];
    const of = (name: keyof Figures) => median(runs.map((each) => each[name]));
    return {
      question,
      contestant,
      figures: {
        perSecond: of('perSecond'),
        p50: of('p50'),
        p99: of('p99'),
        bytes: of('bytes'),
        failed: of('failed'),
      },
    };
  });
  return { rows, faults, versions: field.versions, absent };
}
