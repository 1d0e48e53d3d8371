import { formats, type Loss } from '../../src/kernel/formats/formats.ts';

const sentences: Readonly<Record<Loss, string>> = {
  types: 'dates, timestamps, booleans and lists come back as text unless the register knows their types',
  names: 'names of fields are cut to ten characters',
  text: 'texts are cut at 254 bytes',
  null: 'a missing value and an empty text are the same',
  properties: 'properties are left out',
  'long-geometry':
    'a long geometry goes on in the columns `geometry_2`, `geometry_3` …; one of more than 524,272 characters as WKT is left out, and its cell says so; the command line counts them',
  geometry: 'coordinates are left out or rounded',
  'mixed-geometry': 'each kind of geometry has a file of its own',
  crs: 'the reference system is not stated',
};

/** What can be read and written, and what each format cannot carry from a register and back. */
export function formatsPage(): string {
  const rows = formats.map(({ id, title, mediaTypes, extensions, canRead, canWrite, isStreamed, losses }) => {
    const lost = losses.map((loss) => sentences[loss]).join('; ') || 'nothing';
    const ways = [canRead ? 'read' : '', canWrite ? 'written' : ''].filter(Boolean).join(', ');
    const cells = [`\`${id}\``, title, `\`${mediaTypes[0]}\``, `\`.${extensions[0]}\``, ways];
    return `| ${[...cells, isStreamed ? 'as records come' : 'when complete', lost].join(' | ')} |`;
  });
  return `# Formats

Made from \`src/kernel/formats/formats.ts\` by \`npm run bless\`. Names are those of \`--format\` and of the parameter \`f\`.

| name | title | media type | extension | | leaves | what is lost on the way back |
|---|---|---|---|---|---|---|
${rows.join('\n')}
`;
}
