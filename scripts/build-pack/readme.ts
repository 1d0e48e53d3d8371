import { countsTable } from './counts.ts';
import type { PackManifest } from './manifest.ts';
import type { PackRecord } from './record.ts';

/** The pack's README, with its counts. */
export function readme(manifest: PackManifest, records: ReadonlyMap<string, readonly PackRecord[]>): string {
  return `# Country pack: Azerbaijan

Version ${manifest.version}, ${manifest.date}. This page and everything beside it is written by \`npm run pack\` from
\`scripts/build-pack\`; a test fails when a file differs from what the script makes.

## What it is

A pack gives the neutral program a country: names, outlines, code lists and records to begin with. An operator
replaces it, or any record of it, with their own. Names are the official ones of today in Azerbaijani, with English, Arabic and
Persian forms. ${manifest.borders.en} Where a line is to be agreed between two administrations, the operator uploads it.

## How far to trust a record

Every record carries \`label\` and \`source\`.

- **real**: a publication says so; \`source\` names it. It has not been checked beyond that publication.
- **derived**: computed or put together from publications or open data that \`source\` names.
- **approximate**: general knowledge, or a position that is right to a few kilometres only.
- **synthetic**: made up by a seeded generator; where such a record has a name or a note, that says so too.

What nobody published stays empty and the \`note\` says that it is unknown: the number of data centres in December 2023 is a record without
a value. Parcels, buildings, addresses, radio stations, imagery scenes, the backbone, demonstration data centres and
systems and what they host are synthetic throughout; no real site can be read off them. Protected areas are circles of the declared size, not boundaries.

${countsTable(records)}

## Dates

Periods are half-open: the end date is the first day on which a record no longer holds. Where a publication gives only a month or a year,
a precision field beside the date says so.

## Where the data comes from

${manifest.attribution.map(({ text, url, licence }) => `- [${text}](${url}): ${licence}`).join('\n')}

Figures and dates come from press reports, pages of public bodies and standards, cited in each record. Several names in the packages
are out of date; the script maps every outline and position to the official name by its number and never shows the
package's own name or population.
`;
}
