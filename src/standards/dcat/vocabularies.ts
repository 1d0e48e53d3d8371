import type { Language } from '../../kernel/i18n/language.ts';

const authority = (list: string, code: string) =>
  `http://publications.europa.eu/resource/authority/${list}/${code}`;

/** Prefixes of the terms that are used here. */
export const prefixes = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  locn: 'http://www.w3.org/ns/locn#',
  adms: 'http://www.w3.org/ns/adms#',
  geo: 'http://www.opengis.net/ont/geosparql#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

export const languageUris: Readonly<Record<Language, string>> = {
  az: authority('language', 'AZE'),
  en: authority('language', 'ENG'),
  ar: authority('language', 'ARA'),
  fa: authority('language', 'FAS'),
};

export const accessRight = (isOpen: boolean) => authority('access-right', isOpen ? 'PUBLIC' : 'RESTRICTED');

const frequencies: Readonly<Record<string, string>> = {
  P1D: 'DAILY',
  P1W: 'WEEKLY',
  P7D: 'WEEKLY',
  P2W: 'BIWEEKLY',
  P1M: 'MONTHLY',
  P2M: 'BIMONTHLY',
  P3M: 'QUARTERLY',
  P6M: 'ANNUAL_2',
  P1Y: 'ANNUAL',
  P12M: 'ANNUAL',
  P2Y: 'BIENNIAL',
};

/** Frequency of the EU's list for an ISO 8601 duration; what the list does not have is OTHER. */
export function frequency(cycle: string): string {
  return authority('frequency', frequencies[cycle] ?? 'OTHER');
}

/** Themes of the EU's list for the themes of INSPIRE, by their two letters. The choice is ours; no alignment is published. */
const dataThemes: Readonly<Record<string, string>> = {
  ...of('REGI', 'RS GG GN AU AD CP OI SU BU LU AM EL'),
  ...of('ENVI', 'HY PS LC GE SO EF NZ AC MF OF SR BR HB SD'),
  ...of('TRAN', 'TN'),
  ...of('HEAL', 'HH'),
  ...of('GOVE', 'US'),
  ...of('ECON', 'PF MR'),
  ...of('AGRI', 'AF'),
  ...of('SOCI', 'PD'),
  ...of('ENER', 'ER'),
};

function of(theme: string, codes: string): Record<string, string> {
  return Object.fromEntries(codes.split(' ').map((code) => [code, theme]));
}

export const dataThemeScheme = 'http://publications.europa.eu/resource/authority/data-theme';

export function dataTheme(inspireCode: string): string | undefined {
  const code = dataThemes[inspireCode];
  return code && `${dataThemeScheme}/${code}`;
}

const fileTypes: Readonly<Record<string, string>> = {
  geojson: 'GEOJSON',
  csv: 'CSV',
  gpkg: 'GPKG',
  shapefile: 'SHP',
  kml: 'KML',
  gml: 'GML',
  geoparquet: 'PARQUET',
  xlsx: 'XLSX',
};

/** Format of the EU's list of file types, where it has one. */
export function fileType(format: string): string | undefined {
  const code = fileTypes[format];
  return code && authority('file-type', code);
}

export function mediaTypeUri(mediaType: string): string {
  return `https://www.iana.org/assignments/media-types/${mediaType.split(';')[0]}`;
}
