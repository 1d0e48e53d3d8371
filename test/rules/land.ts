import type { Geometry, Polygon } from 'geojson';
import type { Problem } from '../../src/kernel/errors.ts';
import type { Intent } from '../../src/kernel/log/intent.ts';
import type { Field, RegisterDeclaration } from '../../src/kernel/register/declaration.ts';
import { normaliseRegister } from '../../src/kernel/register/define-register.ts';
import type { Register } from '../../src/kernel/register/register.ts';
import { byAdministrator, type TestKernel } from '../engines/kernel.ts';

/** Small registers of land that the tests of rules are written on. */
export const same = (text: string) => ({ az: text, en: text, ar: text, fa: text });

type Short = Omit<Field, 'title'>;

export function register(
  id: string,
  declaration: Partial<Omit<RegisterDeclaration, 'fields'>> & { readonly fields?: readonly Short[] } = {},
): Register {
  const { fields = [], ...rest } = declaration;
  return normaliseRegister(
    {
      id,
      title: same(id),
      description: same(id),
      geometry: 'Polygon',
      validTime: { kind: 'interval', from: 'starts', to: 'ends' },
      provenance: false,
      ...rest,
      fields: [
        { name: 'starts', type: 'date', title: same('starts') },
        { name: 'ends', type: 'date', title: same('ends') },
        ...fields.map((field) => ({ ...field, title: same(field.name) })),
      ],
    },
    'code',
  );
}

/** A rectangle; one unit is a hundred-thousandth of a degree, some 0.85 m by 1.11 m near Baku. */
export function box(west: number, south: number, east: number, north: number): Polygon {
  const at = (x: number, y: number) => [
    Number((49.8 + x / 1e5).toFixed(8)),
    Number((40.4 + y / 1e5).toFixed(8)),
  ];
  return {
    type: 'Polygon',
    coordinates: [[at(west, south), at(east, south), at(east, north), at(west, north), at(west, south)]],
  };
}

export const create = (
  id: string,
  record: string,
  properties: Record<string, unknown> = {},
  geometry: Geometry | null = null,
): Intent => ({ verb: 'create', register: id, record, body: { properties, geometry } });

/** What the writer has against a batch, or nothing. */
export async function refusalOf(
  kernel: TestKernel,
  ...intents: readonly Intent[]
): Promise<Problem['violations']> {
  return kernel.writer.write(intents, byAdministrator).then(
    () => [],
    (problem: Problem) => {
      if (!problem.violations) throw problem;
      return problem.violations;
    },
  );
}

/** Codes and pointers, which is what most tests ask for. */
export const told = (violations: Problem['violations']) =>
  violations.map(({ pointer, code, other }) => `${pointer} ${code}${other ? ` ${other.record}` : ''}`);
