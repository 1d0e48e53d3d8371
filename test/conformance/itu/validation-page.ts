import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { verifyItu } from '../itu.ts';
import type { SetOutcome } from './outcome.ts';

/** Where the page stands in the documentation. */
export const VALIDATION_PAGE = 'docs/reference/propagation-validation.md';

/** The page of validation results, made by the suite itself and not by hand. */
export function validationPage(outcomes: readonly SetOutcome[]): string {
  const summary = outcomes.map(({ set, passed, total }) => `| ${set} | ${passed} of ${total} |`);
  const tables = outcomes.map(({ set, greatest }) => {
    const rows = [...greatest].map(([quantity, difference]) => `| ${quantity} | ${round(difference)} |`);
    return `## ${set}\n\n| quantity | greatest difference |\n|---|---|\n${rows.join('\n')}\n`;
  });
  return `# Propagation: validation results

Made by \`tsx test/conformance/itu/validation-page.ts\` from the validation examples of ITU-R Working Parties 3K and 3M.
A case passes where every value that its file prints agrees within 1e-6 dB, or within half a unit of the last digit
that the file keeps where it keeps fewer.

| set | cases that agree |
|---|---|
${summary.join('\n')}

What the tables below call the greatest difference is mostly the rounding of the files: P.1812 logs keep ten
significant digits, P.452 results eight decimals for losses and six for the path, P.1546 logs six significant digits
for the steps and eight decimals for the results. P.452 files print the lapse rate with six decimals; it is taken
from the printed effective Earth radius, which tells it more exactly. The row that P.1812 logs call Lbd repeats Lbda
in every file, and is compared with it.

${tables.join('\n')}`;
}

/** The power of ten above it: neighbours in the last bit of a processor must not change the page. */
function round(difference: number): string {
  if (difference < 1e-9) return 'below 1e-9';
  return `below ${(10 ** Math.ceil(Math.log10(difference))).toExponential(0)}`;
}

if (process.argv[1] === import.meta.filename) {
  const folder = join(process.env.UFUQ_REFERENCE ?? '../shared/reference', 'itu');
  if (!existsSync(folder)) console.log(`skipped: the ITU-R validation examples are not at ${folder}`);
  else writeFileSync(VALIDATION_PAGE, validationPage(await verifyItu(folder)));
}
