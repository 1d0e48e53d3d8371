import { settings } from '../../src/kernel/config.ts';
import { flagOf, type Setting, variableOf } from '../../src/kernel/settings/setting.ts';

/** The one table of everything that can be set, made from the declared settings. */
export function configurationPage(): string {
  return `# Configuration

Made from the table in \`src/kernel/settings\` by \`npm run bless\`.

A flag wins over a variable, a variable over the file, the file over the default. The file is \`ufuq.config.json\` in the
current folder, or the one that \`--config\` or \`UFUQ_CONFIG\` names. Everything that is wrong is said at once, and nothing starts.

| flag | variable | key in the file | value | default | what it sets |
|---|---|---|---|---|---|
${settings.map(row).join('\n')}

\`\`\`json
{ "port": 8080, "data": "/var/lib/ufuq", "limits": { "pageSize": 5000 } }
\`\`\`

The command line speaks the language of the terminal (\`LANG\`), or the one in \`UFUQ_LANGUAGE\`.
`;
}

function row(setting: Setting): string {
  const { name, default: fallback, description } = setting;
  const cells = [
    `\`${flagOf(setting)}\``,
    `\`${variableOf(setting)}\``,
    `\`${name}\``,
    valuesOf(setting),
    fallback === undefined ? '–' : `\`${fallback}\``,
    description.en,
  ];
  return `| ${cells.join(' | ')} |`;
}

function valuesOf({ type, choices, minimum, maximum }: Setting): string {
  if (choices !== undefined) return choices.map((choice) => `\`${choice}\``).join(', ');
  if (type === 'integer') return `${minimum ?? 0} to ${maximum ?? '…'}`;
  return type === 'boolean' ? '`true`, `false`' : 'text';
}
