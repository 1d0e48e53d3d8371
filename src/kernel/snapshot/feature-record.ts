import type { Geometry } from 'geojson';
import type { RecordView } from '../query/question.ts';
import type { Field } from '../register/declaration.ts';

/** What of a record is asked for. */
export interface Wish {
  readonly fields: readonly Field[];
  readonly hasGeometry: boolean;
}

/** A packed feature as the record that it was made of; fields without a value are null again. */
export function recordOf(
  feature: Uint8Array,
  facts: Pick<RecordView, 'valid' | 'entry' | 'knownFrom'>,
  { fields, hasGeometry }: Wish,
): RecordView {
  const { id, geometry, properties } = JSON.parse(Buffer.from(feature).toString('utf8')) as {
    id: string;
    geometry: Geometry | null;
    properties: Record<string, unknown>;
  };
  return {
    id,
    geometry: hasGeometry ? geometry : null,
    properties: Object.fromEntries(
      fields.map(({ name }) => [name, Object.hasOwn(properties, name) ? properties[name] : null]),
    ),
    ...facts,
  };
}
