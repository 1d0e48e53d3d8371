import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { defineRegister } from '../../src/kernel/register/define-register.ts';
import { exportAndBack } from '../conformance/transfer/round-trip.ts';
import { verifyGeodata } from '../conformance/transfer.ts';
import { byAdministrator } from '../engines/kernel.ts';
import { type ImportKernel, openImportKernel } from './import-kernel.ts';

const title = { az: 'x', en: 'x', ar: 'x', fa: 'x' };
const types = ['string', 'integer', 'number', 'boolean', 'date', 'timestamp', 'localized', 'object'] as const;
const everything = defineRegister({
  id: 'everything',
  title,
  description: title,
  geometry: 'MultiPolygon',
  provenance: false,
  fields: [
    ...types.map((type) => ({ name: `a_${type}`, type, title })),
    { name: 'a_list', type: 'array', items: 'string', title },
  ],
});

const square = (x: number, y: number) => [
  [x, y],
  [x + 0.1, y],
  [x + 0.1, y + 0.1],
  [x, y + 0.1],
  [x, y],
];

let kernel: ImportKernel;
beforeAll(async () => {
  kernel = await openImportKernel([everything]);
  const records = [
    {
      a_string: 'Gəncə, "Kəpəz" <1> & Ş; پارس العربية',
      a_integer: 123456789,
      a_number: -0.125,
      a_boolean: true,
      a_date: '2024-02-29',
      a_timestamp: '2024-02-29T10:11:12Z',
      a_localized: { az: 'Gəncə', en: 'Ganja' },
      a_object: { deep: [1, { x: null }] },
      a_list: ['bir', 'iki'],
    },
    { a_string: 'only text' },
    { a_integer: 0, a_boolean: false, a_number: 1e-7 },
  ];
  const intents = records.map((properties, i) => ({
    verb: 'create' as const,
    register: 'everything',
    record: `rec-${i}`,
    body: {
      properties,
      geometry: { type: 'MultiPolygon' as const, coordinates: [[square(46 + i, 40)], [square(46 + i, 41)]] },
    },
  }));
  await kernel.writer.write(intents, byAdministrator);
});
afterAll(() => kernel.close());

test('every format brings the records of a register back as they were', { timeout: 240_000 }, async () => {
  const checks = await exportAndBack(kernel, 'everything');
  expect(checks.filter(({ failure }) => failure !== undefined)).toEqual([]);
  expect(checks).toHaveLength(12);
});

const reference = process.env.UFUQ_REFERENCE ?? join(import.meta.dirname, '../../../shared/reference');
const hasReference = existsSync(join(reference, 'geodata'));
if (!hasReference) console.log(`skipped: geodata imports (not in ${reference})`);

test.skipIf(!hasReference)(
  'the reference files are imported whole, and broken ones answered',
  { timeout: 600_000 },
  async () => {
    const { passed, total, failures } = await verifyGeodata(reference, kernel);
    expect(failures).toEqual([]);
    expect(passed).toBe(total);
  },
);
