import type { Geometry } from 'geojson';
import type { CatalogueEntry } from '../../kernel/catalogue/catalogue-entry.ts';
import { inspireTheme, inspireThemes } from '../../kernel/catalogue/vocabularies.ts';
import type { Link } from '../../kernel/http/links.ts';
import { type Language, languages } from '../../kernel/i18n/language.ts';
import { textIn } from '../../kernel/i18n/text-in.ts';
import type { Box, TimeRange } from '../../kernel/query/question.ts';
import type { RecordsContext } from './context.ts';
import { exportFormats } from './export-formats.ts';
import { resourceLinks } from './record-links.ts';

/** A catalogue record in GeoJSON (OGC 20-004r1, recordGeoJSON.yaml). */
export interface RecordDocument {
  readonly type: 'Feature';
  readonly id: string;
  readonly conformsTo: readonly string[];
  readonly time: object | null;
  readonly geometry: Geometry | null;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly links: readonly Link[];
}

const conformsTo = ['http://www.opengis.net/spec/ogcapi-records-1/1.0/req/record-core'];
const names: Readonly<Record<Language, string>> = {
  az: 'azərbaycan',
  en: 'English',
  ar: 'العربية',
  fa: 'فارسی',
};

/** A language object as records carry it. */
export function languageObject(code: Language): object {
  return { code, name: names[code], dir: code === 'ar' || code === 'fa' ? 'rtl' : 'ltr' };
}

/** The record of an entry in one language; `own` are its links to itself. */
export function recordDocument(
  context: RecordsContext,
  entry: CatalogueEntry,
  own: readonly Link[],
): RecordDocument {
  return {
    type: 'Feature',
    id: entry.id,
    conformsTo,
    time: timeObject(entry.time),
    geometry: entry.bbox && boxGeometry(entry.bbox),
    properties: recordProperties(context, entry),
    links: [...own, ...resourceLinks(context, entry)],
  };
}

export function recordProperties(
  context: RecordsContext,
  entry: CatalogueEntry,
): Readonly<Record<string, unknown>> {
  const { language, base } = context;
  const say = (text: unknown) => textIn(language, text as never);
  const { theme, custodian } = entry;
  const isDataset = entry.type === 'dataset';
  return dropEmpty({
    type: entry.type,
    title: say(entry.title),
    description: say(entry.description),
    keywords: entry.keywords.map(say),
    themes: theme === null ? undefined : themeObjects(context, entry),
    language: languageObject(language),
    languages: languages.map(languageObject),
    resourceLanguages: languages.map(languageObject),
    created: entry.createdAt,
    updated: entry.changedAt,
    externalIds: [{ scheme: `${base}/collections`, value: entry.register ?? entry.id }],
    formats: isDataset
      ? exportFormats.map(({ title, mediaType }) => ({ name: title, mediaType }))
      : undefined,
    contacts: contactsOf(context, entry),
    license: entry.licence ?? undefined,
    // What the standard leaves to the catalogue.
    theme: theme?.id,
    custodian: custodian?.id,
    custodianName: custodian === null ? undefined : say(custodian.name ?? undefined),
    desk: entry.desk ?? undefined,
    legalBasis: entry.legalBasis === null ? undefined : say(entry.legalBasis),
    updateCycle: entry.updateCycle ?? undefined,
    records: entry.records ?? undefined,
    recordsIsEstimate: entry.isExact ? undefined : true,
    geometryType: entry.geometry ?? undefined,
    access: entry.isOpen ? 'public' : 'restricted',
    register: entry.register ?? undefined,
    logPosition: entry.release?.position,
  });
}

function themeObjects(context: RecordsContext, { theme }: CatalogueEntry): readonly object[] {
  const { id, name, code } = theme!;
  const title = textIn(context.language, name as never) ?? id;
  const own = {
    scheme: `${context.base}/collections/themes`,
    concepts: [{ id, title, url: `${context.base}/collections/themes/items/${encodeURIComponent(id)}` }],
  };
  if (code === null) return [own];
  return [
    { scheme: inspireThemes, concepts: [{ id: code.toLowerCase(), title, url: inspireTheme(code) }] },
    own,
  ];
}

/** The custodian; the address to ask is the register's own. */
function contactsOf(
  context: RecordsContext,
  { custodian, contact }: CatalogueEntry,
): readonly object[] | undefined {
  if (custodian === null && contact === null) return undefined;
  const href =
    custodian && `${context.base}/collections/organisations/items/${encodeURIComponent(custodian.id)}`;
  const organization = custodian
    ? (textIn(context.language, custodian.name as never) ?? custodian.id)
    : contact!;
  const isMail = contact?.includes('@') === true && !contact.startsWith('http');
  return [
    {
      ...(custodian ? { identifier: custodian.id } : {}),
      organization,
      roles: ['custodian', 'publisher'],
      ...(isMail ? { emails: [{ value: contact }] } : {}),
      links: [
        ...(href ? [{ rel: 'about', href, type: 'application/geo+json' }] : []),
        ...(contact !== null && !isMail ? [{ rel: 'about', href: contact, type: 'text/html' }] : []),
      ],
    },
  ];
}

function timeObject(time: TimeRange | null): object | null {
  if (time === null) return null;
  const end = (instant: string | null) => instant ?? '..';
  return { interval: [end(time.from), end(time.to)] };
}

/** The box around a resource as a polygon (two where it crosses the antimeridian), a point or a line where it is that. */
export function boxGeometry([west, south, east, north]: Box): Geometry {
  if (west === east && south === north) return { type: 'Point', coordinates: [west, south] };
  if (west === east || south === north)
    return {
      type: 'LineString',
      coordinates: [
        [west, south],
        [east, north],
      ],
    };
  const ring = (w: number, e: number) => [
    [
      [w, south],
      [e, south],
      [e, north],
      [w, north],
      [w, south],
    ],
  ];
  if (west < east) return { type: 'Polygon', coordinates: ring(west, east) };
  return { type: 'MultiPolygon', coordinates: [ring(west, 180), ring(-180, east)] };
}

function dropEmpty(properties: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(properties).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
}
