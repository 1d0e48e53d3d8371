import type { Geometry } from 'geojson';
import type { RecordView } from '../query/question.ts';
import type { Field } from '../register/declaration.ts';

/** What of a record is asked for. */
export interface Wish {
  readonly fields: readonly Field[];
  readonly hasGeometry: boolean;
}

/** A packed feature as the record that it was made of; fields without a value are null again. It is read when asked for. */
export function recordOf(
  feature: Uint8Array,
  facts: Pick<RecordView, 'valid' | 'entry' | 'knownFrom'> & { readonly id?: string },
  { fields, hasGeometry }: Wish,
): RecordView {
  let read: Packed | undefined;
  const packed = () => {
    read ??= JSON.parse(Buffer.from(feature).toString('utf8')) as Packed;
    return read;
  };
  return {
    get id() {
      return packed().id;
    },
    get geometry() {
      return hasGeometry ? packed().geometry : null;
    },
    get properties() {
      const { properties } = packed();
      return Object.fromEntries(
        fields.map(({ name }) => [name, Object.hasOwn(properties, name) ? properties[name] : null]),
      );
    },
    ...facts,
  };
}

interface Packed {
  readonly id: string;
  readonly geometry: Geometry | null;
  readonly properties: Readonly<Record<string, unknown>>;
}
