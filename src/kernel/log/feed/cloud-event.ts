import type { Change } from './change.ts';

/** A change as CloudEvents 1.0 in its JSON format; extension attributes are lower-case letters, as the specification wants. */
export interface CloudEvent {
  readonly specversion: '1.0';
  /** The position in the log; unique together with `source`. */
  readonly id: string;
  /** URL of the register. */
  readonly source: string;
  readonly type: `ufuq.${'record' | 'register'}.${Change['kind']}`;
  /** Id of the record. */
  readonly subject?: string;
  /** When the entry was recorded. */
  readonly time: string;
  readonly datacontenttype?: 'application/geo+json';
  /** JSON Schema of the record's properties. */
  readonly dataschema?: string;
  readonly register: string;
  readonly validfrom?: string;
  readonly validto?: string;
  readonly actor: string;
  readonly legalbasis?: string;
  readonly cause: string;
  /** First and last position of the atomic write. Texts, since integers of CloudEvents have 32 bits. */
  readonly batchfirst: string;
  readonly batchlast: string;
  /** Nothing was seen of the record just before; told where it was asked for. */
  readonly isnew?: boolean;
  /** `id` of the event whose body was erased. */
  readonly erases?: string;
  readonly data?: object;
}

/** Renders a change; `base` is the URL of the server, without a slash at the end. */
export function cloudEvent(change: Change, base: string): CloudEvent {
  const { kind, position, register, record, valid, body, legalBasis, erases } = change;
  const source = `${base}/collections/${encodeURIComponent(register)}`;
  const isOfRegister = kind === 'declared' || kind === 'dropped';
  return {
    specversion: '1.0',
    id: String(position),
    source,
    type: `ufuq.${isOfRegister ? 'register' : 'record'}.${kind}`,
    ...(isOfRegister ? {} : { subject: record }),
    time: change.recordedAt,
    register,
    ...(valid.from === null ? {} : { validfrom: valid.from }),
    ...(valid.to === null ? {} : { validto: valid.to }),
    actor: change.actor,
    ...(legalBasis === null ? {} : { legalbasis: legalBasis }),
    cause: change.cause,
    batchfirst: String(change.batch.first),
    batchlast: String(change.batch.last),
    ...(change.isNew === undefined ? {} : { isnew: change.isNew }),
    ...(erases === undefined ? {} : { erases: String(erases) }),
    ...(body === null
      ? {}
      : {
          datacontenttype: 'application/geo+json' as const,
          dataschema: `${source}/schema`,
          data: featureOf(change)!,
        }),
  };
}

/** The record as a GeoJSON Feature; null for all but an upsert. */
export function featureOf({ record, body }: Change): object | null {
  return body && { type: 'Feature', id: record, geometry: body.geometry, properties: body.properties };
}
