import type { Field } from '../../src/kernel/register/declaration.ts';
import type { Register } from '../../src/kernel/register/register.ts';
import { describeRules } from '../../src/kernel/register/rule-text.ts';
import { sampleBody } from '../../src/kernel/register/sample.ts';
import { registers } from '../../src/registers/index.ts';

/** The documentation page of a register, in Markdown, from its declaration and nothing else. */
export function registerPage(register: Register): string {
  const { id, title, description } = register;
  return `${[
    `# ${title.en}`,
    `${description.en}`,
    facts(register),
    '## Fields',
    `| field | type | title | notes |\n|---|---|---|---|\n${register.fields.map(fieldRow).join('\n')}`,
    ...codeLists(register),
    ...rules(register),
    '## Example',
    `\`\`\`json\n${example(register)}\n\`\`\``,
    '## Ask it',
    `\`\`\`sh\ncurl 'http://127.0.0.1:8080/collections/${id}/items?limit=10'\nnpx ufuq export ${id} --format gpkg --output ${id}.gpkg\n\`\`\``,
  ].join('\n\n')}\n`;
}

function facts(register: Register): string {
  const { title, validTime: time } = register;
  const times = {
    always: 'records hold without bounds unless an entry says otherwise',
    interval:
      time.kind === 'interval' && time.from
        ? `from \`${time.from}\`${time.to ? ` to \`${time.to}\`` : ''}`
        : 'stated by each entry',
    event: time.kind === 'event' ? `the instant in \`${time.at}\`` : '',
  };
  return [
    `- collection: \`${register.id}\``,
    `- title: ${title.az} · ${title.en} · ${title.ar} · ${title.fa}`,
    `- geometry: ${register.geometry ?? 'none'}${register.geometryRequired ? ', required' : ''}`,
    `- valid time: ${times[time.kind]}`,
    `- read by: ${register.access.read === 'public' ? 'everybody' : 'those with the right to it'}`,
    ...(register.desk ? [`- desk: ${register.desk}`] : []),
    ...(register.theme ? [`- theme: \`${register.theme}\``] : []),
    ...(register.steward ? [`- steward: \`${register.steward}\``] : []),
    ...(register.legalBasis ? [`- legal basis: ${register.legalBasis.en}`] : []),
    ...(register.licence ? [`- licence: ${register.licence}`] : []),
    ...(register.updateCycle ? [`- brought up to date: \`${register.updateCycle}\``] : []),
    ...(register.keywords ? [`- keywords: ${register.keywords.map(({ en }) => en).join(', ')}`] : []),
    ...(register.contact ? [`- contact: ${register.contact}`] : []),
  ].join('\n');
}

function fieldRow(field: Field): string {
  const notes = [
    field.required ? 'required' : '',
    field.unique ? 'unique' : '',
    field.secrecy === 'restricted' ? 'restricted' : '',
    field.unit ? `unit \`${field.unit}\`` : '',
    field.ref ? `id in [${field.ref}](${field.ref}.md)` : '',
    field.codes ? 'code list below' : '',
    field.minimum !== undefined ? `≥ ${field.minimum}` : '',
    field.maximum !== undefined ? `≤ ${field.maximum}` : '',
    field.example ? `such as \`${field.example}\`` : '',
  ].filter(Boolean);
  const type = field.type === 'array' ? `array of ${field.items}` : field.type;
  return `| \`${field.name}\` | ${type} | ${cell(field.title.en)} | ${cell(notes.join(', '))} |`;
}

function codeLists(register: Register): string[] {
  const coded = register.fields.filter((field) => field.codes);
  if (coded.length === 0) return [];
  const lists = coded.map((field) => {
    const rows = field.codes!.map(
      ({ value, title }) =>
        `| \`${value}\` | ${cell(title.az)} | ${cell(title.en)} | ${cell(title.ar)} | ${cell(title.fa)} |`,
    );
    return `### \`${field.name}\`\n\n| code | az | en | ar | fa |\n|---|---|---|---|---|\n${rows.join('\n')}`;
  });
  return ['## Code lists', ...lists];
}

function rules(register: Register): string[] {
  const lookup = (id: string) => registers.find((other) => other.id === id);
  const described = describeRules(register, 'en', lookup);
  if (described.length === 0) return [];
  const lines = described.map(({ id, kind, sentence, rule }) => {
    const holds = 'holds' in rule ? ` \`${rule.holds}\`` : '';
    return `- **${id}** (${kind}):${holds} ${sentence}`;
  });
  return ['## Rules', lines.join('\n')];
}

function example(register: Register): string {
  const body = sampleBody(register, 1, (id) => `sample-${id}`);
  return JSON.stringify({ type: 'Feature', geometry: body.geometry, properties: body.properties }, null, 2);
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
