import type { Geometry } from 'geojson';
import { literalGeometry } from '../literal-geometry.ts';
import type { SpatialOperator } from '../operators.ts';
import type { Call, Cql2Expression } from '../tree.ts';
import type { FilterRecord, TruthOf } from './context.ts';
import { freeWith, GeosGeometry, relate } from './geos.ts';

interface Operand {
  /** Undefined for the geometry of the record. */
  readonly literal?: GeosGeometry;
  readonly box?: Box;
}

type Box = readonly [number, number, number, number];

/** Compiles an S_ operator: boxes first, because they settle most records, then GEOS. */
export function compileSpatial({ op, args }: Call): TruthOf {
  const operator = op as SpatialOperator;
  const [left, right] = args.map(compileOperand);
  const test: TruthOf = (record) => {
    const own = recordGeometry(record);
    if ((!left!.literal || !right!.literal) && own === null) return null;
    const ownBox = own ? boxOf(own) : undefined;
    const [a, b] = [left!.box ?? ownBox, right!.box ?? ownBox];
    if (!a || !b || areApart(a, b)) return operator === 's_disjoint';
    const made = own && !(left!.literal && right!.literal) ? new GeosGeometry(own) : undefined;
    try {
      return relate(operator, left!.literal ?? made!, right!.literal ?? made!);
    } finally {
      made?.free();
    }
  };
  for (const operand of [left!, right!]) if (operand.literal) freeWith(test, operand.literal);
  return test;
}

function compileOperand(node: Cql2Expression): Operand {
  const geometry = literalGeometry(node);
  return geometry ? { literal: new GeosGeometry(geometry, { mend: true }), box: boxOf(geometry) } : {};
}

function recordGeometry({ geometry }: FilterRecord): Geometry | null {
  return geometry ?? null;
}

function areApart(a: Box, b: Box): boolean {
  return a[2] < b[0] || b[2] < a[0] || a[3] < b[1] || b[3] < a[1];
}

/** West, south, east, north; undefined for an empty geometry. */
function boxOf(geometry: Geometry): Box | undefined {
  const box: [number, number, number, number] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  const visit = (part: unknown): void => {
    if (!Array.isArray(part)) return;
    const [x, y] = part;
    if (typeof x === 'number') {
      box[0] = Math.min(box[0], x);
      box[1] = Math.min(box[1], y);
      box[2] = Math.max(box[2], x);
      box[3] = Math.max(box[3], y);
    } else for (const inner of part) visit(inner);
  };
  const members = geometry.type === 'GeometryCollection' ? geometry.geometries : [geometry];
  for (const member of members) {
    if (member.type !== 'GeometryCollection') visit(member.coordinates);
    else {
      const inner = boxOf(member);
      if (inner) visit([inner.slice(0, 2), inner.slice(2)]);
    }
  }
  return box[0] <= box[2] ? box : undefined;
}
