import { defineRegister } from '../../src/kernel/register/define-register.ts';
import { byAdministrator, type TestKernel } from '../engines/kernel.ts';

const same = (text: string) => ({ az: text, en: text, ar: text, fa: text });

/** A register of points in a row, for tests of what is done with files rather than of what is in them. */
export const wells = defineRegister({
  id: 'wells',
  title: same('Wells'),
  description: same('Wells'),
  geometry: 'Point',
  provenance: false,
  fields: [
    { name: 'depth', type: 'number', title: same('Depth') },
    { name: 'state', type: 'string', title: same('State') },
  ],
});

/** The same register as a later version of the program declares it. */
export const widerWells = defineRegister({
  ...wells,
  fields: [...wells.fields, { name: 'owner', type: 'string', title: same('Owner') }],
});

export async function digWells({ writer }: TestKernel, count: number): Promise<void> {
  await writer.write(
    Array.from({ length: count }, (_, i) => ({
      verb: 'create' as const,
      register: 'wells',
      record: `well-${i}`,
      body: {
        properties: { depth: i, state: i % 7 === 0 ? 'dry' : null },
        geometry: { type: 'Point' as const, coordinates: [45 + i / 1000, 40] },
      },
    })),
    byAdministrator,
  );
}
