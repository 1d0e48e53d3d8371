import type { Feature, FeatureCollection, Geometry } from 'geojson';
import type { Language } from '../../src/kernel/i18n/language.ts';
import { localizedText } from '../ui/value-text.ts';
import { boundsOf } from './bounds.ts';

/** Properties that the map's layers read; everything else stays behind. */
export interface LabelledProperties {
  readonly id: string;
  readonly label: string;
  readonly rank: number;
  /** Too small to be seen as an area where the country fills the map. */
  readonly isSmall: boolean;
  /** Drawn in the colour of what came or went, where two versions are compared, or of what offends against a rule. */
  readonly tone?: 'added' | 'removed' | 'kept' | 'fault';
}

export type LabelledCollection = FeatureCollection<Geometry, LabelledProperties>;

export const nothingLabelled: LabelledCollection = { type: 'FeatureCollection', features: [] };

/** Features with their names in one language; those without a geometry cannot be drawn and are left out. */
export function labelled(
  features: readonly Feature<Geometry | null, Readonly<Record<string, unknown>> | null>[] | undefined,
  language: Language,
  titleField = 'name',
): LabelledCollection {
  const drawn = (features ?? []).flatMap(({ id, geometry, properties }) =>
    geometry === null
      ? []
      : [
          {
            type: 'Feature' as const,
            geometry,
            properties: {
              id: String(id ?? ''),
              label: localizedText(properties?.[titleField], language) ?? '',
              rank: rankOf(properties),
              isSmall: isSmall(geometry),
            },
          },
        ],
  );
  return { type: 'FeatureCollection', features: drawn };
}

const smallDeg = 0.03;

export function isSmall(geometry: Geometry): boolean {
  if (geometry.type === 'Point') return false;
  const box = boundsOf([geometry]);
  return box !== undefined && Math.max(box[2] - box[0], box[3] - box[1]) < smallDeg;
}

const rankOfKind: Readonly<Record<string, number>> = { capital: 0, city: 1, town: 2, village: 3 };

/** Places are named in the order of their weight: the capital first, villages last. */
function rankOf(properties: Readonly<Record<string, unknown>> | null): number {
  const kind = rankOfKind[String(properties?.kind)] ?? 2;
  const population = Number(properties?.population ?? 0);
  return kind - Math.min(0.9, population / 3_000_000);
}
