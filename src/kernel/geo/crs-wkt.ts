import { createRequire } from 'node:module';
import proj4 from 'proj4';
import { crsDefinition, type EpsgEntry } from './crs-definition.ts';

/** Which EPSG code a WKT or ESRI .prj definition stands for, because files say it in many words and registers store a number. */
export interface WktNode {
  readonly keyword: string;
  readonly values: readonly (string | number | WktNode)[];
}

/** Tree of a WKT 1 or WKT 2 text, or undefined where it is not one. */
export function parseCrsWkt(text: string): WktNode | undefined {
  const tokens = text.matchAll(
    /"((?:[^"]|"")*)"|([A-Za-z_][A-Za-z0-9_]*)|([-+0-9.][-+0-9.eE]*)|([[\]()])|,|\s+/g,
  );
  const stack: { keyword: string; values: (string | number | WktNode)[] }[] = [];
  let word: string | undefined;
  let root: WktNode | undefined;
  for (const [, quoted, name, number, bracket] of tokens) {
    if (bracket === '[' || bracket === '(') {
      if (word === undefined) return undefined;
      const node = { keyword: word.toUpperCase(), values: [] };
      stack.at(-1)?.values.push(node);
      stack.push(node);
      word = undefined;
      continue;
    }
    if (word !== undefined) stack.at(-1)?.values.push(word);
    word = name;
    if (bracket) root = stack.pop() ?? root;
    else if (quoted !== undefined) stack.at(-1)?.values.push(quoted.replaceAll('""', '"'));
    else if (number !== undefined) stack.at(-1)?.values.push(Number(number));
  }
  return stack.length === 0 ? root : undefined;
}

function isNode(value: unknown): value is WktNode {
  return typeof value === 'object';
}

/** EPSG code that the root of the tree states in so many words. */
function statedCode(root: WktNode): number | undefined {
  for (const child of root.values) {
    if (!isNode(child) || !['AUTHORITY', 'ID'].includes(child.keyword)) continue;
    const [authority, code] = child.values;
    if (String(authority).toUpperCase() === 'EPSG' && Number(code) > 0) return Number(code);
  }
  return undefined;
}

const spellings: readonly (readonly [RegExp, string])[] = [
  [/^gcs_/, ''],
  [/wgs_?1984/g, 'wgs84'],
  [/gauss-?\s?kruger/g, 'gk'],
  [/web_mercator_auxiliary_sphere/g, 'pseudomercator'],
  [/_/g, ''],
  [/[^a-z0-9]/g, ''],
];

function normalName(name: string): string {
  let text = name.toLowerCase();
  for (const [pattern, replacement] of spellings) text = text.replace(pattern, replacement);
  return text;
}

let byName: Map<string, number[]> | undefined;

function codesNamed(name: string): readonly number[] {
  if (!byName) {
    byName = new Map();
    const all = createRequire(import.meta.url)('epsg-index/all.json') as Record<string, EpsgEntry>;
    for (const { code, name: title, kind } of Object.values(all)) {
      if (!/PROJCRS|GEOGCRS/.test(kind)) continue;
      const key = normalName(title);
      byName.set(key, [...(byName.get(key) ?? []), Number(code)]);
    }
  }
  return byName.get(normalName(name)) ?? [];
}

/** Whether both definitions put the middle of the code's area on the same spot (0.5 m, or 5e-6 degrees). */
function agrees(wkt: string, epsg: number): boolean {
  const definition = crsDefinition(epsg);
  if (!definition) return false;
  const [west, south, east, north] = definition.area ?? [-10, -10, 10, 10];
  try {
    const lonLat = [(west + east) / 2, (south + north) / 2];
    const a = proj4('EPSG:4326', wkt.trim(), lonLat);
    const b = proj4('EPSG:4326', definition.proj4, lonLat);
    const tolerance = definition.kind === 'geographic' ? 5e-6 : 0.5;
    return Math.abs(a[0]! - b[0]!) < tolerance && Math.abs(a[1]! - b[1]!) < tolerance;
  } catch {
    return false;
  }
}

/**
 * EPSG code of a WKT 1, WKT 2 or ESRI definition: the code that it states, else one whose name is the same and which
 * computes the same coordinates. Undefined where none does; `projector` then takes the WKT itself.
 */
export function epsgOfWkt(wkt: string): number | undefined {
  const root = parseCrsWkt(wkt);
  if (!root) return undefined;
  const stated = statedCode(root);
  if (stated !== undefined && crsDefinition(stated)) return stated;
  if (root.keyword === 'BOUNDCRS' || root.keyword === 'COMPOUNDCRS' || root.keyword === 'COMPD_CS') {
    const horizontal = root.values.find((value) => isNode(value) && value.keyword !== 'AUTHORITY');
    const inner =
      isNode(horizontal) &&
      (horizontal.keyword === 'SOURCECRS' ? horizontal.values.find(isNode) : horizontal);
    return inner ? statedCode(inner) : undefined;
  }
  const name = typeof root.values[0] === 'string' ? root.values[0] : '';
  return codesNamed(name).find((epsg) => agrees(wkt, epsg));
}

/** EPSG code of the ways in which documents name a reference system: `EPSG:n`, URN, URI, CRS84, or plain number. */
export function epsgOfName(name: string): number | undefined {
  const text = name
    .trim()
    .replace(/^<|>$/g, '')
    .replace(/^\[|\]$/g, '');
  if (/(^|[:/#])(OGC:)?(1\.3[:/]|0[:/])?CRS84h?$/i.test(text) || /^(WGS ?84)$/i.test(text)) return 4326;
  const match = /(?:^|EPSG[:/#]{1,2}(?:[\d.]*[:/])?|epsg\.xml#)(\d{3,6})$/i.exec(text);
  return match ? Number(match[1]) : undefined;
}
