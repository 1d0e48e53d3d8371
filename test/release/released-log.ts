import { createPrivateKey } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Body } from '../../src/kernel/log/entry.ts';
import { type LogProof, openLogProof } from '../../src/kernel/log/proof/log-proof.ts';
import { defineRegister } from '../../src/kernel/register/define-register.ts';
import { type ReleaseServices, releaseStore } from '../../src/kernel/release/release-services.ts';
import { byAdministrator, openKernel, type TestKernel } from '../engines/kernel.ts';

const same = (text: string) => ({ az: text, en: text, ar: text, fa: text });

/** One field of every type, one that is not for everybody, and a geometry. */
export const sites = defineRegister({
  id: 'sites',
  title: same('Sites'),
  description: same('Sites that a test makes'),
  geometry: 'Geometry',
  titleField: 'name',
  provenance: false,
  fields: [
    { name: 'name', type: 'string', title: same('Name'), required: true },
    { name: 'floors', type: 'integer', title: same('Floors') },
    { name: 'height_m', type: 'number', unit: 'm', title: same('Height') },
    { name: 'open', type: 'boolean', title: same('Open') },
    { name: 'since', type: 'date', title: same('Since') },
    { name: 'seen', type: 'timestamp', title: same('Seen') },
    { name: 'words', type: 'localized', title: same('Words') },
    { name: 'tags', type: 'array', items: 'string', title: same('Tags') },
    { name: 'more', type: 'object', title: same('More') },
    { name: 'label', type: 'string', title: same('Label') },
    { name: 'source', type: 'string', title: same('Source') },
    { name: 'owner', type: 'string', title: same('Owner'), secrecy: 'restricted' },
  ],
});

export const offices = defineRegister({
  id: 'offices',
  title: same('Offices'),
  description: same('Some rows are for everybody'),
  geometry: null,
  provenance: false,
  access: { read: 'public', rows: "name <> 'hidden'" },
  fields: [{ name: 'name', type: 'string', title: same('Name') }],
});

export const vaults = defineRegister({
  id: 'vaults',
  title: same('Vaults'),
  description: same('Not for everybody'),
  geometry: null,
  provenance: false,
  access: { read: 'restricted' },
  fields: [{ name: 'name', type: 'string', title: same('Name') }],
});

export interface ReleasedLog {
  readonly kernel: TestKernel;
  readonly folder: string;
  readonly proof: LogProof;
  readonly given: ReleaseServices;
  write(register: string, record: string, body: Body | null): Promise<void>;
  close(): Promise<void>;
}

/** Salts that are the same in every run, so that bytes can be compared across engines and machines. */
const fixedSalts = (salts: Uint8Array, after: number) => {
  for (let i = 0; i < salts.length; i++) salts[i] = (after * 31 + i * 7) % 251;
};

/** An Ed25519 key that every run has: the seed is 32 sevens. */
const fixedKey = createPrivateKey({
  key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, 7)]),
  format: 'der',
  type: 'pkcs8',
});

/** A kernel with a few registers, a key and salts that never change, and a clock that stands still. */
export async function openReleasedLog(): Promise<ReleasedLog> {
  const kernel = await openKernel([sites, offices, vaults]);
  const folder = mkdtempSync(join(tmpdir(), 'ufuq-release-'));
  const { database, clock } = kernel;
  const key = {
    name: 'ufuq.example.org/log',
    privateKey: fixedKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
    validFrom: '2020-01-01T00:00:00.000Z',
    validTo: null,
  };
  writeFileSync(join(folder, 'log-keys.json'), JSON.stringify({ keys: [key] }), { mode: 0o600 });
  const proof = await openLogProof({
    database,
    folder,
    clock,
    origin: 'ufuq.example.org/log',
    fillSalts: fixedSalts,
  });
  const given = { services: kernel, keys: proof.keys, blobs: releaseStore(folder) };
  const write = async (register: string, record: string, body: Body | null) => {
    const there = await kernel.reader.item({ register, caller: byAdministrator.caller }, record);
    const verb = body === null ? 'retire' : there ? 'replace' : 'create';
    const intent = { verb, register, record, ...(body && { body }) };
    await kernel.writer.write([intent as never], { ...byAdministrator, legalBasis: 'Order 7' });
  };
  const close = async () => {
    await database.close();
    rmSync(folder, { recursive: true });
  };
  return { kernel, folder, proof, given, write, close };
}

/** The `n`-th site, with something different in every one. */
export function site(n: number, more: Readonly<Record<string, unknown>> = {}): Body {
  const x = 45 + (n % 50) / 8;
  const y = 39 + (n % 30) / 16;
  const shapes: Body['geometry'][] = [
    { type: 'Point', coordinates: [x, y] },
    {
      type: 'LineString',
      coordinates: [
        [x, y],
        [x + 0.1, y + 0.25],
      ],
    },
    {
      type: 'Polygon',
      coordinates: [
        [
          [x, y],
          [x + 0.5, y],
          [x + 0.5, y + 0.5],
          [x, y],
        ],
      ],
    },
    null,
  ];
  return {
    geometry: shapes[n % shapes.length]!,
    properties: {
      name: `Məntəqə ${n} – محطة\u2028"`,
      floors: n % 7,
      height_m: n / 7,
      ...(n % 2 === 0 && { open: n % 4 === 0, since: '2021-03-04' }),
      ...(n % 3 === 0 && { seen: '2022-05-06T07:08:09.123Z', words: { en: `Word ${n}`, az: `Söz ${n}` } }),
      ...(n % 5 === 0 && { tags: ['a', `b${n}`], more: { deep: [1, { n }] } }),
      label: n % 2 === 0 ? 'synthetic' : 'derived',
      source: `source ${n % 3}`,
      ...more,
    },
  };
}
