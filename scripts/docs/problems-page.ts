import { type ProblemId, problems } from '../../src/kernel/errors.ts';
import { problems as sentences } from '../../src/kernel/i18n/messages/en/problems.ts';
import { rules as ruleViolations } from '../../src/kernel/i18n/messages/en/rules.ts';
import { violations } from '../../src/kernel/i18n/messages/en/violations.ts';

/** Every problem and every violation that an answer can name, with its English sentence. */
export function problemsPage(): string {
  const rows = (Object.keys(problems) as ProblemId[]).map((id) => {
    const text = sentences as Readonly<Record<string, string>>;
    return `| \`${id}\` | ${problems[id]} | ${cell(text[`problem.${id}.title`] ?? '')} | ${cell(text[`problem.${id}.detail`] ?? '')} |`;
  });
  const codes = Object.entries({ ...violations, ...ruleViolations })
    .filter(([key]) => key.startsWith('violation.'))
    .map(([key, sentence]) => `| \`${key.replace('violation.', '')}\` | ${cell(sentence)} |`);
  return `# Problems

Made from the catalogue in \`src/kernel/errors.ts\` by \`npm run bless\`. Answers are \`application/problem+json\` (RFC 9457) whose \`type\` ends in the
problem's name; \`errors\` lists everything that is wrong at once, each with a \`pointer\`, a \`code\` and a sentence in the reader's language.

| problem | status | title | sentence |
|---|---|---|---|
${rows.join('\n')}

## Codes of violations

| code | sentence |
|---|---|
${codes.join('\n')}
`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
