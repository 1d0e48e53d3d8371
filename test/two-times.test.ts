import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { administrator } from '../src/kernel/access/caller.ts';
import { formatInstant } from '../src/kernel/log/instant.ts';
import { defineRegister } from '../src/kernel/register/define-register.ts';
import { byAdministrator, openKernel, type TestKernel } from './engines/kernel.ts';

/** Random histories: what the tables answer is what a naive reading of the log's entries says, at every two times. */

const same = (text: string) => ({ az: text, en: text, ar: text, fa: text });
const states = defineRegister({
  id: 'states',
  title: same('States'),
  description: same('One number each'),
  geometry: null,
  provenance: false,
  validTime: { kind: 'interval' },
  fields: [{ name: 'value', type: 'integer', title: same('Value') }],
});

let kernel: TestKernel;
beforeAll(async () => {
  kernel = await openKernel([states]);
}, 180_000);
afterAll(() => kernel.database.close());

const days = 12;
const day = (n: number) => Date.UTC(2020, 0, 1 + n);
const bound = (n: number | null) => (n === null ? null : formatInstant(day(n)));

const change = fc
  .record({
    record: fc.constantFrom('a', 'b'),
    from: fc.option(fc.integer({ min: 0, max: days - 1 })),
    length: fc.option(fc.integer({ min: 1, max: days })),
    value: fc.option(fc.integer({ min: 0, max: 99 })),
  })
  .map(({ from, length, ...rest }) => ({ ...rest, from, to: length === null ? null : (from ?? 0) + length }));

interface Said {
  readonly position: number;
  readonly record: string;
  readonly from: number;
  readonly to: number;
  readonly value: number | null;
}

/** The definition itself: of the entries known and covering the instant, the latest wins; it may say "absent". */
function naive(said: readonly Said[], position: number, instant: number): string[] {
  return ['a', 'b'].flatMap((record) => {
    const covering = said.filter(
      (s) => s.record === record && s.position <= position && s.from <= instant && instant < s.to,
    );
    const winner = covering.at(-1);
    return winner && winner.value !== null ? [`${record}=${winner.value}`] : [];
  });
}

test('tables answer what the log says, whatever is asked when', async () => {
  let round = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
      const prefix = `${round++}-`;
      const said: Said[] = [];
      for (const { record, from, to, value } of changes) {
        const target = {
          register: 'states',
          record: prefix + record,
          valid: { from: bound(from), to: bound(to) },
        };
        const body = { properties: { value }, geometry: null };
        const intent =
          value === null
            ? { verb: 'retire' as const, ...target }
            : { verb: 'replace' as const, ...target, body };
        const written = await kernel.writer.write([intent], byAdministrator).catch((problem) => {
          if (problem.id !== 'record-not-found') throw problem;
        });
        if (!written) continue;
        const [from_, to_] = [
          from === null ? Number.NEGATIVE_INFINITY : day(from),
          to === null ? Number.POSITIVE_INFINITY : day(to),
        ];
        said.push({ position: written[0]!.position, record, from: from_, to: to_, value });
      }
      const head = await kernel.reader.position();
      for (const position of new Set([...said.map((s) => s.position), head])) {
        for (const instant of [day(-1), day(0), day(3), day(7), day(40)]) {
          const at = formatInstant(instant)!;
          const question = {
            register: 'states',
            caller: administrator,
            datetime: { from: at, to: at },
            asOf: position,
          };
          const answer: string[] = [];
          for (const record of ['a', 'b']) {
            const item = await kernel.reader.item(question, prefix + record);
            if (item) answer.push(`${record}=${item.properties.value}`);
          }
          expect(answer).toEqual(naive(said, position, instant));
        }
      }
    }),
    { numRuns: 40 },
  );
}, 180_000);
