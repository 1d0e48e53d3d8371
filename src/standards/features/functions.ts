import { type FunctionType, filterFunctions } from '../../kernel/query/functions.ts';

const jsonType: Readonly<Record<FunctionType, string>> = { text: 'string', number: 'number' };

/** The resource `/functions` (OGC 19-079r2, annex on functions): what filters may call. */
export function functionsDocument(): { readonly functions: readonly FunctionDocument[] } {
  return {
    functions: filterFunctions.map(({ name, description, parameters, isVariadic, returns }) => ({
      name,
      description,
      returns: [jsonType[returns]],
      arguments: parameters.map((type, index) => ({
        title: `${index + 1}`,
        type: [jsonType[type]],
        ...(isVariadic && index === parameters.length - 1 ? { isRepeated: true } : {}),
      })),
    })),
  };
}

export interface FunctionDocument {
  readonly name: string;
  readonly description: string;
  readonly returns: readonly string[];
  readonly arguments: readonly { readonly title: string; readonly type: readonly string[] }[];
}
