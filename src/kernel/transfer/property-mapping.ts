import type { SourceRecord } from '../formats/source.ts';
import type { Field } from '../register/declaration.ts';
import { asText, coerceValue } from './coerce-value.ts';
import type { PrepareInput } from './prepare-input.ts';

/** Longest name that a Shapefile's attribute can have. */
const shortName = 10;

/** Gives a file's properties the names and, in a register that stands already, the types of the register's fields. */
export class PropertyMapping {
  private readonly fields: ReadonlyMap<string, Field>;
  private readonly targets = new Map<string, string | null>();
  private readonly isPlain: boolean;
  private readonly input: PrepareInput;

  constructor(input: PrepareInput) {
    this.input = input;
    this.fields = new Map(input.register.fields.map((field) => [field.name, field]));
    this.isPlain = input.isNew && Object.keys(input.map).length === 0;
  }

  /** As they are where nothing has to be changed: values of the wrong type are left to `properties`. */
  quickProperties(source: SourceRecord): Readonly<Record<string, unknown>> {
    return this.isPlain ? source.properties : this.properties(source);
  }

  properties(source: SourceRecord): Readonly<Record<string, unknown>> {
    const mapped: Record<string, unknown> = {};
    for (const name in source.properties) {
      const target = this.targetOf(name);
      const value = source.properties[name];
      if (target === null || (target === undefined && isNoProperty(name, value, source))) continue;
      const field = this.fields.get(target ?? name);
      mapped[target ?? name] = field ? this.valueFor(field, value) : value;
    }
    return mapped;
  }

  /** A new register has the file's own types, only what is mixed becomes text. */
  private valueFor(field: Field, value: unknown): unknown {
    if (!this.input.isNew) return coerceValue(field, value);
    return field.type === 'string' ? asText(value) : value;
  }

  /** Name of the field that a property goes to; null where it is left out, undefined where there is none. */
  private targetOf(name: string): string | null | undefined {
    if (this.targets.has(name)) return this.targets.get(name);
    const target = targetField(name, this.input.map, this.fields);
    if (target !== undefined) this.targets.set(name, target);
    return target;
  }
}

/** As `PropertyMapping`: what was asked for, the same name, or the one name that a Shapefile shortened to this one. */
export function targetField(
  name: string,
  map: Readonly<Record<string, string>>,
  fields: ReadonlyMap<string, Field>,
): string | null | undefined {
  if (Object.hasOwn(map, name)) return map[name] === '' ? null : map[name];
  if (fields.has(name)) return name;
  if (name.length !== shortName) return undefined;
  const longer = [...fields.keys()].filter((field) => field.startsWith(name));
  return longer.length === 1 ? longer[0] : undefined;
}

const coordinateColumns =
  /^(x|y|z|lon|lat|long|longitude|latitude|easting|northing|wkt|geom|geometry|the_geom)$/i;

/** Formats without feature ids or geometry write them as columns, which are no properties of the record. */
function isNoProperty(name: string, value: unknown, source: SourceRecord): boolean {
  if (coordinateColumns.test(name)) return source.geometry !== null;
  return /^(id|fid|ogc_fid|gml_id|record_id)$/i.test(name) && (value === null || String(value) === source.id);
}
