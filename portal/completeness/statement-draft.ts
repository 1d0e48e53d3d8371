import type { Language } from '../../src/kernel/i18n/language.ts';
import { type Ask, apiPath, sendJson } from '../api/request.ts';

/** A statement as somebody is writing it. */
export interface StatementDraft {
  readonly custodian: string;
  readonly basis: string;
  readonly starts: string;
  readonly ends: string;
  /** West, south, east, north as the address has them; nothing means everywhere. */
  readonly bbox: string | undefined;
  readonly label: string;
  readonly source: string;
  readonly isRestricted: boolean;
}

/** Tries a statement out or writes it. Resolves to the id under which it stands; none where it was only tried. */
export async function sendStatement(
  register: string,
  draft: StatementDraft,
  isDryRun: boolean,
  id: string,
  ask: Ask,
): Promise<void> {
  const path = apiPath(['collections', 'completeness-statements', 'items'], isDryRun ? { dryRun: true } : {});
  const body = { ...statementFeature(register, draft, ask.language), id };
  await sendJson(path, { ...ask, method: 'POST', contentType: 'application/geo+json', body });
}

export function statementFeature(register: string, draft: StatementDraft, language: Language) {
  const { custodian, basis, starts, ends, bbox, label, source, isRestricted } = draft;
  return {
    type: 'Feature' as const,
    geometry: bbox === undefined ? null : boxGeometry(bbox),
    properties: {
      register,
      ...(custodian === '' ? {} : { custodian }),
      ...(basis === '' ? {} : { basis: { [language]: basis } }),
      ...(starts === '' ? {} : { starts }),
      ...(ends === '' ? {} : { ends }),
      ...(label === '' ? {} : { label }),
      ...(source === '' ? {} : { source }),
      ...(isRestricted ? { secrecy: 'restricted' } : {}),
    },
  };
}

/** The box as areas: two where it crosses the antimeridian. */
function boxGeometry(bbox: string) {
  const [west, south, east, north] = bbox.split(',').map(Number) as [number, number, number, number];
  const ring = (w: number, e: number) => [
    [
      [w, south],
      [e, south],
      [e, north],
      [w, north],
      [w, south],
    ],
  ];
  const coordinates = west <= east ? [ring(west, east)] : [ring(west, 180), ring(-180, east)];
  return { type: 'MultiPolygon' as const, coordinates };
}
