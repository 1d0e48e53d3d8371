import { randomBytes } from 'node:crypto';
import sql from 'sql-template-tag';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../db/database.ts';
import { readKeyFile, type StoredKey, writeKeyFile } from './key-file.ts';
import {
  exportPrivateKey,
  importPrivateKey,
  makeSigningKey,
  type SigningKey,
  signingKeyOf,
} from './signing-key.ts';
import { formatVerifierKey, signatureTypes } from './verifier-key.ts';

/** Name of the log, and the keys that sign its checkpoints. */
export interface KeyRing {
  /** First line of every checkpoint. */
  readonly origin: string;
  /** Keys that sign at an instant: one, or two while one takes over from the other. */
  signersAt(instant: Date): readonly SigningKey[];
  /**
   * Makes a new key. The old one signs with it for some hours, so that whoever knows only the old one sees the new one
   * vouched for; it stays known for good, and what it signed stays checkable.
   */
  rotate(overlapHours?: number): Promise<SigningKey>;
}

export interface KeyRingOptions {
  readonly database: Database;
  /** Data folder, in which the private keys lie. */
  readonly folder: string;
  readonly clock: Clock;
  /** URL at which the log is found, without its scheme; only its first use counts. A made-up name by default. */
  readonly origin?: string;
}

const hourMs = 3_600_000;

/** Opens the keys of a data folder, making one where there is none, and makes their public halves known in the database. */
export async function openKeyRing(options: KeyRingOptions): Promise<KeyRing> {
  const { folder, clock } = options;
  const origin = await originOf(options);
  let stored = readKeyFile(folder);
  if (!stored.some(({ validTo }) => validTo === null)) {
    stored = [...stored, newKey(origin, clock())];
    writeKeyFile(folder, stored);
  }
  await publishKeys(options, stored);
  let keys = stored.map(openKey);
  return {
    origin,
    signersAt(instant) {
      const now = instant.getTime();
      const valid = keys.filter(({ from, to }) => from <= now && now < to).map(({ signing }) => signing);
      return valid.length > 0 ? valid : [keys.at(-1)!.signing];
    },
    async rotate(overlapHours = 24) {
      const now = clock();
      const end = new Date(now.getTime() + overlapHours * hourMs).toISOString();
      const ended = stored.map((key) => ({ ...key, validTo: earlier(key.validTo, end) }));
      stored = [...ended, newKey(origin, now)];
      writeKeyFile(folder, stored);
      await publishKeys(options, stored);
      keys = stored.map(openKey);
      return keys.at(-1)!.signing;
    },
  };
}

/** As the ring's own `rotate`, for whoever has none open. */
export async function rotateKey(options: KeyRingOptions, overlapHours?: number): Promise<KeyRing> {
  const ring = await openKeyRing(options);
  await ring.rotate(overlapHours);
  return ring;
}

const earlier = (validTo: string | null, end: string) => (validTo !== null && validTo < end ? validTo : end);

async function originOf({ database, origin }: KeyRingOptions): Promise<string> {
  const fallback = `ufuq-${randomBytes(8).toString('hex')}.invalid/log`;
  await database.query(
    sql`insert into ufuq.log_origin (origin) values (${origin ?? fallback}) on conflict do nothing`,
  );
  const [row] = await database.query<{ origin: string }>(sql`select origin from ufuq.log_origin`);
  return row!.origin;
}

function newKey(name: string, now: Date): StoredKey {
  const privateKey = exportPrivateKey(makeSigningKey(name));
  return { name, privateKey, validFrom: now.toISOString(), validTo: null };
}

function openKey({ name, privateKey, validFrom, validTo }: StoredKey) {
  return {
    signing: signingKeyOf(name, importPrivateKey(privateKey), signatureTypes.ed25519),
    from: Date.parse(validFrom),
    to: validTo === null ? Number.POSITIVE_INFINITY : Date.parse(validTo),
  };
}

async function publishKeys({ database }: KeyRingOptions, stored: readonly StoredKey[]): Promise<void> {
  const vkeys = stored.map((key) => formatVerifierKey(openKey(key).signing.verifier));
  await database.query(sql`
    insert into ufuq.log_key (vkey, valid_from, valid_to)
    select * from unnest(
      ${vkeys}::text[],
      ${stored.map(({ validFrom }) => validFrom)}::timestamptz[], ${stored.map(({ validTo }) => validTo)}::timestamptz[]
    ) on conflict (vkey) do update set valid_to = excluded.valid_to`);
}
