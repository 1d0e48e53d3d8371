import type { EntryBody } from '../api/record.ts';
import type { MessageKey } from '../strings/en.ts';

/** A property that two entries say differently. */
export interface FieldChange {
  readonly name: string;
  readonly was: unknown;
  readonly became: unknown;
}

export interface Changes {
  readonly fields: readonly FieldChange[];
  readonly geometry: Extract<MessageKey, `record.geometry${string}`> | undefined;
}

/** What an entry says differently from the one before it. Values are compared as JSON, keys in any order. */
export function changesOf(former: EntryBody, next: EntryBody): Changes {
  const names = new Set([...Object.keys(former.properties), ...Object.keys(next.properties)]);
  const fields = [...names].flatMap((name) => {
    const was = former.properties[name] ?? null;
    const became = next.properties[name] ?? null;
    return sameJson(was, became) ? [] : [{ name, was, became }];
  });
  return { fields, geometry: geometryChange(former, next) };
}

function geometryChange(former: EntryBody, next: EntryBody): Changes['geometry'] {
  if (sameJson(former.geometry, next.geometry)) return undefined;
  if (former.geometry === null) return 'record.geometryAdded';
  return next.geometry === null ? 'record.geometryRemoved' : 'record.geometryChanged';
}

function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length || Array.isArray(a) !== Array.isArray(b)) return false;
  return keys.every((key) =>
    sameJson((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]),
  );
}
