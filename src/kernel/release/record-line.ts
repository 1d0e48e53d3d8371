import type { Geometry } from 'geojson';
import { canonicalJson } from '../log/canonical-json.ts';
import type { Position } from '../log/entry.ts';
import { commitmentOf, type Envelope, leafText, saltLength } from '../log/proof/leaf.ts';
import { type Hash, hashLeaf } from '../log/proof/merkle-hash.ts';

/** What a record's line says of the entry behind it, so that the leaf of the log can be hashed from the line alone. */
export interface LineLog {
  readonly actor: string;
  readonly cause: string;
  /** In place of `salt` where some of the body is withheld. */
  readonly commitment?: string;
  readonly legalBasis: string | null;
  readonly position: Position;
  readonly recordedAt: string;
  /** Base64 of the 16 bytes that the body was committed to with. */
  readonly salt?: string;
  readonly valid: { readonly from: string | null; readonly to: string | null };
}

/** A record of a release: a GeoJSON feature with a member `log`, on a line of canonical JSON (RFC 8785). */
export interface RecordLine {
  readonly geometry: Geometry | null;
  readonly id: string;
  readonly log: LineLog;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly type: 'Feature';
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

/** The line of an entry whose whole body may be seen; the body's text goes in as the log has it. */
export function wholeLine(envelope: Envelope, body: string, salt: Uint8Array): string {
  const middle = body.indexOf(',"properties":');
  const geometry = body.slice('{"geometry":'.length, middle);
  const properties = body.slice(middle + ',"properties":'.length, -1);
  const log = canonicalJson({ ...stated(envelope), salt: base64(salt) });
  return `{"geometry":${geometry},"id":${JSON.stringify(envelope.record)},"log":${log},"properties":${properties},"type":"Feature"}`;
}

/** The line of an entry of which some properties are withheld: what may be seen, and the commitment to the whole. */
export function partialLine(
  envelope: Envelope,
  body: string,
  commitment: Uint8Array,
  seen: ReadonlySet<string>,
): string {
  const { geometry, properties } = JSON.parse(body) as RecordLine;
  const shown = Object.fromEntries(Object.entries(properties).filter(([name]) => seen.has(name)));
  const log = { ...stated(envelope), commitment: base64(commitment) };
  return canonicalJson({ geometry, id: envelope.record, log, properties: shown, type: 'Feature' });
}

function stated({ position, valid, recordedAt, actor, legalBasis, cause }: Envelope): LineLog {
  return { actor, cause, legalBasis, position, recordedAt, valid };
}

/** A line as it is read, with the leaf of the log that it leads to. */
export interface ReadLine {
  readonly record: RecordLine;
  readonly leaf: Hash;
  /** True where the body is whole, so that the leaf binds all that the line says. */
  readonly isWhole: boolean;
}

/** Reads a line and hashes its leaf; undefined where it is none, or is not in canonical form. */
export function readLine(text: string, register: string): ReadLine | undefined {
  try {
    const record = JSON.parse(text) as RecordLine;
    if (canonicalJson(record) !== text || record.type !== 'Feature') return undefined;
    const { geometry, properties, id, log } = record;
    const { salt, commitment, position, valid, recordedAt, actor, legalBasis, cause } = log;
    if ((salt === undefined) === (commitment === undefined) || !Number.isSafeInteger(position))
      return undefined;
    const bytes = Buffer.from(salt ?? '', 'base64');
    if (salt !== undefined && (bytes.length !== saltLength || bytes.toString('base64') !== salt))
      return undefined;
    const committed =
      salt === undefined
        ? Buffer.from(commitment!, 'base64')
        : commitmentOf(bytes, canonicalJson({ geometry, properties }));
    const envelope = { position, register, record: id, valid, recordedAt, actor, legalBasis, cause };
    return { record, leaf: hashLeaf(leafText(envelope, committed)), isWhole: salt !== undefined };
  } catch {
    return undefined;
  }
}
