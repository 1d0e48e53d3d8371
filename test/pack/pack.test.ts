import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Feature, Geometry, Position } from 'geojson';
import { iso31662 } from 'iso-3166';
import { expect, test } from 'vitest';
import { packFiles } from '../../scripts/build-pack/files.ts';
import { districtNames } from '../../scripts/build-pack/names/districts.ts';
import { invalidReason } from '../../scripts/build-pack/outlines/geos.ts';
import { checkRecord } from '../../src/kernel/register/record-check.ts';
import { registers } from '../../src/registers/index.ts';
import { faultsOf } from './conformity.ts';
import { pack, packFolder, records } from './pack-on-disk.ts';

const ids = new Map([...records].map(([id, list]) => [id, new Set(list.map((record) => String(record.id)))]));
const everything = [...records].flatMap(([register, list]) => list.map((record) => ({ register, record })));

test('the script makes every file of the pack byte for byte', () => {
  const files = packFiles();
  for (const [path, content] of files)
    expect(
      readFileSync(join(packFolder, path), 'utf8') === content,
      `${path} differs: run npm run pack`,
    ).toBe(true);
  expect([...files.keys()].filter((path) => path.startsWith('records/'))).toHaveLength(registers.length);
}, 60_000);

test('every register has records, and every record conforms to its declaration', () => {
  expect([...records.keys()].sort()).toEqual(registers.map(({ id }) => id).sort());
  const faults = registers.flatMap((register) =>
    records.get(register.id)!.flatMap((record) => [...faultsOf(register, record, ids)]),
  );
  expect(faults).toEqual([]);
});

test('the kernel accepts every record too, and periods end after they begin', () => {
  const faults: string[] = [];
  for (const register of registers)
    for (const { id, geometry, properties } of records.get(register.id)!) {
      const { violations } = checkRecord(
        register,
        { properties: properties ?? {}, geometry },
        { maxVertices: 20_000 },
      );
      for (const { pointer, code } of violations) faults.push(`${register.id}/${id}${pointer} ${code}`);
      const { validTime } = register;
      if (validTime.kind !== 'interval') continue;
      const [from, to] = [properties?.[validTime.from ?? ''], properties?.[validTime.to ?? '']];
      if (from && to && from >= to) faults.push(`${register.id}/${id}: ${from} to ${to}`);
    }
  expect(faults).toEqual([]);
});

test('the check finds a planted fault of each kind', () => {
  const register = registers.find(({ id }) => id === 'data-centres')!;
  const [record] = records.get('data-centres')!;
  const broken: Feature<Geometry | null> = {
    ...record!,
    geometry: null,
    properties: {
      ...record!.properties,
      status: 'burning',
      operator: 'nobody',
      pue: 0.5,
      opened: '2016-13-01',
      colour: 'red',
      label: null,
    },
  };
  expect([...faultsOf({ ...register, geometryRequired: true }, broken, ids)]).toHaveLength(7);
});

test('ids and unique fields are unique', () => {
  for (const register of registers) {
    const list = records.get(register.id)!;
    expect(ids.get(register.id)!.size, register.id).toBe(list.length);
    for (const { name } of register.fields.filter((field) => field.unique)) {
      const values = list.map((record) => record.properties?.[name]).filter((value) => value !== undefined);
      expect(new Set(values).size, `${register.id}.${name}`).toBe(values.length);
    }
  }
});

test('stewards are organisations, themes are themes, and files load in the order of their references', () => {
  const loaded = new Set<string>();
  for (const { id } of pack.registers) {
    const register = registers.find((other) => other.id === id)!;
    loaded.add(id);
    for (const { name, ref } of register.fields) if (ref) expect(loaded, `${id}.${name}`).toContain(ref);
    if (register.steward) expect(ids.get('organisations')).toContain(register.steward);
    if (register.theme) expect(ids.get('themes')).toContain(register.theme);
  }
  for (const { register } of pack.basemap.layers) expect(ids.has(register)).toBe(true);
});

test('every geometry is valid, and what lies in the country lies in its box', () => {
  const [west, south, east, north] = pack.bbox;
  const abroad = new Set([
    'countries',
    'aktau',
    'turkmenbashi',
    'trans-caspian-aktau',
    'trans-caspian-turkmenbashi',
  ]);
  const faults: string[] = [];
  for (const { register, record } of everything) {
    if (!record.geometry) continue;
    if (invalidReason(record.geometry)) faults.push(`${register}/${record.id} is not valid`);
    if (register === 'imagery-scenes' || abroad.has(register) || abroad.has(String(record.id))) continue;
    for (const [x, y] of positions(record.geometry))
      if (x! < west || x! > east || y! < south || y! > north)
        faults.push(`${register}/${record.id} at ${x},${y}`);
  }
  expect(faults).toEqual([]);
});

test('no outdated name and no wording that the pack forbids is shown', () => {
  const stale =
    /Xanlar|Khanlar|Pushkino|Puşkin|Yelenendorf|Shushi|Stepanakert|Dəvəçi|Davachi|Martakert|Ali Bayraml|Qutqashen|Kirovabad|Lenkoran|Novyy/i;
  const forbidden = /liberated|occupied|target|azad edil|işğal|regime/i;
  for (const { register, record } of everything) {
    const text = JSON.stringify(record.properties);
    expect(text, `${register}/${record.id}`).not.toMatch(stale);
    expect(text, `${register}/${record.id}`).not.toMatch(forbidden);
  }
});

test('districts carry the ISO codes and names of ISO 3166-2, all of them but the autonomous republic', () => {
  const iso = new Map(
    iso31662.filter(({ code }) => code.startsWith('AZ-')).map(({ code, name }) => [code, name]),
  );
  const ours = districtNames.flatMap((district) =>
    district.iso ? [[district.iso, district.names.az] as const] : [],
  );
  expect(ours.map(([code]) => code).sort()).toEqual(
    [...iso.keys()].filter((code) => code !== 'AZ-NX').sort(),
  );
  for (const [code, name] of ours) expect(name, code).toBe(iso.get(code)!.replaceAll('ǝ', 'ə'));
});

test('labels are honest: synthetic records say that they are made up, unknown stays unknown', () => {
  for (const { register, record } of everything) {
    const { label, source } = record.properties as { label: string; source: string };
    expect(source.length, `${register}/${record.id}`).toBeGreaterThan(3);
    expect(source.startsWith('generated, seed '), `${register}/${record.id}`).toBe(label === 'synthetic');
  }
  const unknown = records.get('indicators')!.find(({ id }) => id === 'data-centres-2023')!;
  expect(unknown.properties?.value).toBeNull();
  for (const register of [
    'parcels',
    'buildings',
    'addresses',
    'radio-stations',
    'imagery-scenes',
    'system-hosting',
  ])
    for (const record of records.get(register)!) expect(record.properties?.label).toBe('synthetic');
});

test('the pack is under six megabytes', () => {
  const bytes = pack.registers.reduce((sum, { file }) => sum + statSync(join(packFolder, file)).size, 0);
  expect(bytes).toBeLessThan(6e6);
});

function* positions(geometry: {
  type: string;
  coordinates?: unknown;
  geometries?: unknown;
}): Iterable<Position> {
  const walk = function* (value: unknown): Iterable<Position> {
    if (!Array.isArray(value)) return;
    if (typeof value[0] === 'number') yield value as Position;
    else for (const member of value) yield* walk(member);
  };
  yield* walk(geometry.coordinates);
}

test('every register that has records has some that hold today', () => {
  const today = '2026-11-22';
  for (const { id, validTime } of registers) {
    if (validTime.kind !== 'interval' || records.get(id)!.length === 0) continue;
    const { from = '', to = '' } = validTime;
    const now = records
      .get(id)!
      .filter(({ properties: p }) => (p?.[from] ?? today) <= today && (p?.[to] ?? '9999') > today);
    expect(now.length, id).toBeGreaterThan(0);
  }
});

test('restricted fields hold only made-up values', () => {
  let kept = 0;
  for (const { id, fields } of registers)
    for (const { name } of fields.filter(({ secrecy }) => secrecy === 'restricted'))
      for (const { properties } of records.get(id)!) {
        if (properties?.[name] === undefined) continue;
        expect(properties.label).toBe('synthetic');
        kept++;
      }
  expect(kept).toBeGreaterThan(1900);
});
