import type { Sql } from 'sql-template-tag';
import { parameterText } from './values.ts';

/**
 * Text of a statement with its values written out as literals, for COPY, which takes no parameters. The server infers
 * the type of a quoted literal as it does that of a parameter. Relies on `standard_conforming_strings`.
 */
export function inlined({ strings, values }: Sql): string {
  return strings.reduce((text, part, index) => `${text}${literal(parameterText(values[index - 1]))}${part}`);
}

function literal(text: string | null): string {
  return text === null ? 'null' : `'${text.replaceAll("'", "''")}'`;
}
