import { contentTypes, oddBody } from './odd-bodies.ts';
import { encodeOddly, oddValue } from './odd-values.ts';
import type { Random } from './random.ts';

interface Parameter {
  readonly $ref?: string;
  readonly name: string;
  readonly in: string;
  readonly schema?: { readonly enum?: readonly unknown[]; readonly default?: unknown };
  readonly example?: unknown;
}

/** As much of an OpenAPI document as is needed to draw requests from it. */
export interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components?: { readonly parameters?: Readonly<Record<string, Parameter>> };
}

export interface OddRequest {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS';
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly payload?: string;
}

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;

const accepts = [
  '*/*',
  'text/html',
  'application/json;q=0.1, text/html;q=nonsense',
  'application/geo+json, ;;;',
  'image/png',
  '',
  'x'.repeat(2000),
];

function usualType(method: string, template: string): string {
  if (method === 'PATCH') return 'application/merge-patch+json';
  return template.includes('items') ? 'application/geo+json' : 'application/json';
}

/** Draws requests from what the server says of itself, with something wrong in most of them. */
export class RequestSource {
  readonly #description: Description;
  readonly #paths: readonly string[];
  readonly #ids: Readonly<Record<string, readonly string[]>>;

  /** @param ids values that exist, by the name of a path parameter */
  constructor(
    description: Description,
    ids: Readonly<Record<string, readonly string[]>>,
    more: readonly string[],
  ) {
    this.#description = description;
    this.#paths = [...Object.keys(description.paths), ...more];
    this.#ids = ids;
  }

  draw(random: Random): OddRequest {
    const isRead = random.chance(0.7);
    const method = isRead ? 'GET' : random.pick(methods);
    const writable = this.#paths.filter((path) => /items|batches/.test(path));
    const template = random.pick(isRead ? this.#paths : writable);
    const headers: Record<string, string> = {};
    if (random.chance(0.3)) headers.accept = random.pick(accepts);
    if (random.chance(0.1))
      headers['accept-language'] = oddValue(random, '', ['az', 'fa;q=0.5']).replace(/[^ -~]/g, '');
    if (random.chance(0.1)) headers['if-none-match'] = random.pick(['*', '"', 'W/"x"', '"1","2"']);
    // A write gets as far as its body: where and how it asks is right more often.
    const isClean = !isRead && random.chance(0.7);
    const query = isClean ? '' : this.#query(random, template);
    const url = `${this.#path(random, template, isClean ? 1 : 0.75)}${query}`.slice(0, 9000);
    if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return { method, url, headers };
    headers['content-type'] = random.chance(0.6) ? usualType(method, template) : random.pick(contentTypes);
    if (random.chance(0.3)) headers['if-match'] = random.pick(['*', '"999999"', 'W/"1"', 'nonsense', '""']);
    return { method, url, headers, payload: oddBody(random) };
  }

  #path(random: Random, template: string, rightShare: number): string {
    if (rightShare < 1 && random.chance(0.03))
      return `/${encodeOddly(random, oddValue(random, '', this.#paths))}`;
    return template.replace(/\{(\w+)\}|:(\w+)/g, (_, a, b) => {
      const known = this.#ids[a ?? b] ?? this.#ids.record ?? [];
      const value =
        random.chance(rightShare) && known.length > 0 ? random.pick(known) : oddValue(random, '', known);
      return encodeOddly(random, value);
    });
  }

  #query(random: Random, template: string): string {
    const declared = this.#parametersOf(template);
    const parts: string[] = [];
    for (let i = random.below(4); i > 0; i--) {
      const parameter = declared.length > 0 && random.chance(0.9) ? random.pick(declared) : undefined;
      const name = parameter?.name ?? oddValue(random, '', ['limit', 'bbox', 'f']);
      const examples = [...(parameter?.schema?.enum ?? []), parameter?.schema?.default, parameter?.example]
        .filter((each) => each !== undefined && each !== 'sse')
        .map(String);
      parts.push(
        `${encodeURIComponent(name.toWellFormed())}=${encodeOddly(random, oddValue(random, name, examples))}`,
      );
    }
    return parts.length > 0 ? `?${parts.join('&')}` : '';
  }

  #parametersOf(template: string): readonly Parameter[] {
    const path = this.#description.paths[template] ?? {};
    const lists = [
      path.parameters,
      ...Object.values(path).map((each) => (each as { parameters?: unknown }).parameters),
    ];
    return (
      lists
        .flatMap((list) => (Array.isArray(list) ? (list as Parameter[]) : []))
        .map((each) => this.#description.components?.parameters?.[each.$ref?.split('/').at(-1) ?? ''] ?? each)
        // What waits or streams by design is no hang.
        .filter((each) => each.in === 'query' && each.name !== 'wait')
    );
  }
}
