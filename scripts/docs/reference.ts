import { registers } from '../../src/registers/index.ts';
import { configurationPage } from './configuration-page.ts';
import { formatsPage } from './formats-page.ts';
import { problemsPage } from './problems-page.ts';
import { registerPage } from './register-page.ts';

/** Every generated page of `docs/reference`, by path; `npm run bless` writes them and a test holds them to it. */
export function referencePages(): ReadonlyMap<string, string> {
  const pages = new Map(registers.map((register) => [`registers/${register.id}.md`, registerPage(register)]));
  pages.set('registers/README.md', registerIndex());
  pages.set('configuration.md', configurationPage());
  pages.set('formats.md', formatsPage());
  pages.set('problems.md', problemsPage());
  return pages;
}

function registerIndex(): string {
  const rows = registers.map(
    ({ id, title, desk, geometry, fields }) =>
      `| [${id}](${id}.md) | ${title.en} | ${desk ?? ''} | ${geometry ?? 'none'} | ${fields.length} |`,
  );
  return `# Registers\n\nMade from the declarations in \`src/registers\` by \`npm run bless\`.\n\n| id | title | desk | geometry | fields |\n|---|---|---|---|---|\n${rows.join('\n')}\n`;
}
