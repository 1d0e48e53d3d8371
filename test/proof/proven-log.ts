import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type KeyRing, openKeyRing } from '../../src/kernel/log/proof/key-ring.ts';
import { openSequencer, type Sequencer } from '../../src/kernel/log/proof/sequencer.ts';
import { defineRegister } from '../../src/kernel/register/define-register.ts';
import { byAdministrator, openKernel, type TestKernel } from '../engines/kernel.ts';

const same = (text: string) => ({ az: text, en: text, ar: text, fa: text });

export const wells = defineRegister({
  id: 'wells',
  title: same('Wells'),
  description: same('Wells that a test makes'),
  geometry: 'Point',
  provenance: false,
  fields: [
    { name: 'name', type: 'string', title: same('Name') },
    { name: 'depth', type: 'number', title: same('Depth') },
    { name: 'owner', type: 'string', title: same('Owner'), secrecy: 'restricted' },
  ],
});

export const secrets = defineRegister({
  id: 'secrets',
  title: same('Secrets'),
  description: same('Not for everybody'),
  geometry: null,
  provenance: false,
  access: { read: 'restricted' },
  fields: [{ name: 'name', type: 'string', title: same('Name') }],
});

export const rowed = defineRegister({
  id: 'rowed',
  title: same('Some rows'),
  description: same('Some rows are for everybody'),
  geometry: null,
  provenance: false,
  access: { read: 'public', rows: "name = 'open'" },
  fields: [{ name: 'name', type: 'string', title: same('Name') }],
});

export interface ProvenLog {
  readonly kernel: TestKernel;
  readonly folder: string;
  readonly keys: KeyRing;
  readonly sequencer: Sequencer;
  /** Writes `count` new wells in one batch, named from `first` on. */
  addWells(first: number, count: number): Promise<void>;
  close(): Promise<void>;
}

/** A kernel with three registers, keys in a folder of their own and a sequencer that takes small chunks. */
export async function openProvenLog(): Promise<ProvenLog> {
  const kernel = await openKernel([wells, secrets, rowed]);
  const folder = mkdtempSync(join(tmpdir(), 'ufuq-proof-'));
  const { database, clock } = kernel;
  const keys = await openKeyRing({ database, folder, clock, origin: 'ufuq.example.org/log' });
  const sequencer = openSequencer({ database, clock, keys, chunk: 300 });
  const addWells = async (first: number, count: number) => {
    const intents = Array.from({ length: count }, (_, i) => well(first + i));
    await kernel.writer.write(intents, { ...byAdministrator, legalBasis: 'Water Code, art. 12' });
  };
  const close = async () => {
    await database.close();
    rmSync(folder, { recursive: true });
  };
  return { kernel, folder, keys, sequencer, addWells, close };
}

function well(number: number) {
  return {
    verb: 'create' as const,
    register: 'wells',
    record: `well-${number}`,
    body: {
      properties: {
        name: `Quyu "${number}" – بئر`,
        depth: number / 8,
        ...(number % 5 === 0 && { owner: 'x' }),
      },
      geometry: { type: 'Point' as const, coordinates: [49 + (number % 100) / 100, 40.25] },
    },
  };
}
