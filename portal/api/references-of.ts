import type { PortalFeature } from './items.ts';
import type { Reference } from './reference-names.ts';
import type { PortalField } from './schema.ts';

/** References that records hold in the given fields. */
export function referencesOf(
  features: readonly PortalFeature[],
  fields: readonly PortalField[],
): readonly Reference[] {
  return fields.flatMap(({ name, ref }) =>
    ref === undefined
      ? []
      : features.flatMap(({ properties }) =>
          [properties[name]].flat().flatMap((id) => (typeof id === 'string' ? [{ register: ref, id }] : [])),
        ),
  );
}
