import type { ChangeOperation } from './change.ts';
import { type ChangeViolation, placesOf } from './violation.ts';

/** The report as GeoJSON, which any map program opens: a feature for each violation, with its sentence and place. */
export function reportOf(
  violations: readonly ChangeViolation[],
  operations: readonly ChangeOperation[],
): object {
  return {
    type: 'FeatureCollection',
    features: violations.map((violation) => {
      const { code, sentence, pointer, operation, other } = violation;
      const sent = operation === undefined ? undefined : operations[operation];
      return {
        type: 'Feature',
        geometry: placesOf(violation, operations)[0] ?? null,
        properties: {
          pointer,
          code,
          sentence,
          ...(sent === undefined ? {} : { register: sent.register, record: sent.id ?? null }),
          ...(other === undefined ? {} : { otherRegister: other.register, otherRecord: other.record }),
        },
      };
    }),
  };
}

/** Saves the report on the reader's own machine. */
export function downloadReport(
  violations: readonly ChangeViolation[],
  operations: readonly ChangeOperation[],
): void {
  const text = JSON.stringify(reportOf(violations, operations), null, 2);
  const url = URL.createObjectURL(new Blob([text], { type: 'application/geo+json' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: 'violations.geojson' });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
