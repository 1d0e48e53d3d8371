import type { FastifyInstance } from 'fastify';
import { administrator } from '../../src/kernel/access/caller.ts';
import { takeCount } from '../../src/kernel/completeness/take-count.ts';
import { parseFilter } from '../../src/kernel/query/filter.ts';
import { parseGroupKeys } from '../../src/kernel/query/group-key.ts';
import type { Question } from '../../src/kernel/query/question.ts';
import { scopeOf } from '../../src/kernel/register/queryables.ts';
import { exportRegister } from '../../src/kernel/transfer/export-register.ts';
import type { TestKernel } from '../engines/kernel.ts';

/** What one door answers to one question, in a form that answers of different doors can be compared in. */
export interface Answers {
  /** `record=value [from, to)`, sorted. */
  readonly page: readonly string[];
  readonly items: readonly string[];
  readonly exported: readonly string[];
  readonly count: readonly [count: number, undated: number];
  /** `group: count, undated`, sorted. */
  readonly groups: readonly string[];
}

/** A question as the program is asked it: by the reader's terms, and as the query of a URL. */
export interface Posed {
  readonly register: string;
  readonly filter: string;
  readonly question: Pick<Question, 'datetime' | 'asOf'>;
  readonly query: Readonly<Record<string, string>>;
  readonly ids: readonly string[];
}

export const line = (id: string, value: unknown, from: unknown, to: unknown) =>
  `${id}=${value} [${from ?? '..'}, ${to ?? '..'})`;
export const groupLine = (group: unknown, count: number, undated: number) => `${group}: ${count}, ${undated}`;

/** Answers of the reader and of what stands on it, without HTTP. */
export async function answersOfKernel(kernel: TestKernel, posed: Posed): Promise<Answers> {
  const { register: id } = posed;
  const register = kernel.registry.require(id);
  const scope = scopeOf(register, { fields: register.fields });
  const question: Question = {
    register: id,
    caller: administrator,
    filter: parseFilter(posed.filter, 'cql2-text', scope),
    ...posed.question,
  };
  const page: string[] = [];
  let cursor: string | undefined;
  do {
    const found = await kernel.reader.page({ ...question, limit: 2, ...(cursor ? { cursor } : {}) });
    for (const { id: record, properties, valid } of found.records)
      page.push(line(record, properties.value, valid.from, valid.to));
    cursor = found.next;
  } while (cursor !== undefined);
  const items: string[] = [];
  for (const record of posed.ids) {
    const item = await kernel.reader.item(question, record);
    if (item) items.push(line(record, item.properties.value, item.valid.from, item.valid.to));
  }
  const keys = parseGroupKeys('group', register.fields);
  const counted = await takeCount(kernel, { ...question, groupBy: 'value' in keys ? keys.value : [] });
  let text = '';
  const { chunks } = exportRegister(kernel, { ...question, format: 'geojsonseq' });
  for await (const chunk of chunks) text += chunk.toString();
  return {
    page: page.sort(),
    items: items.sort(),
    exported: linesOf(text),
    count: [counted.count, counted.undated],
    groups: counted
      .groups!.groups.map(({ values, count, undated }) => groupLine(values[0], count, undated))
      .sort(),
  };
}

/** Answers of the API. */
export async function answersOfApi(app: FastifyInstance, posed: Posed): Promise<Answers> {
  const base = `/collections/${posed.register}`;
  const query = new URLSearchParams({ ...posed.query, filter: posed.filter });
  const times = new URLSearchParams(posed.query);
  const get = async (url: string) => await app.inject({ url });
  const page: string[] = [];
  let next: string | undefined = `${base}/items?${query}&limit=2`;
  while (next !== undefined) {
    const answer: ItemsDocument = (await get(next)).json();
    for (const feature of answer.features) page.push(lineOfFeature(feature));
    const link: string | undefined = answer.links.find(({ rel }) => rel === 'next')?.href;
    next = link && new URL(link).pathname + new URL(link).search;
  }
  const items: string[] = [];
  for (const record of posed.ids) {
    const answer = await get(`${base}/items/${record}?${times}`);
    if (answer.statusCode === 200) items.push(lineOfFeature(answer.json()));
    else if (answer.statusCode !== 404) throw new Error(answer.body);
  }
  const counted = (await get(`${base}/count?${query}&groupBy=group`)).json();
  const exported = await get(`${base}/export?${query}&f=geojsonseq`);
  return {
    page: page.sort(),
    items: items.sort(),
    exported: linesOf(exported.body),
    count: [counted.count, counted.undated],
    groups: counted.groups
      .map((group: { values: { group: string }; count: number; undated: number }) =>
        groupLine(group.values.group, group.count, group.undated),
      )
      .sort(),
  };
}

interface ItemsDocument {
  readonly features: readonly Feature[];
  readonly links: readonly { readonly rel: string; readonly href: string }[];
}

interface Feature {
  readonly id: string;
  readonly properties: { readonly value?: number };
  readonly time?: { readonly interval: readonly [string, string] };
}

function lineOfFeature({ id, properties, time }: Feature): string {
  return line(id, properties.value, time?.interval[0], time?.interval[1]);
}

function linesOf(text: string): string[] {
  const features = text.split('\n').filter((each) => each.trim() !== '');
  return features
    .map((each) => JSON.parse(each.replace('\u001e', '')))
    .map(exportedLine)
    .sort();
}

/** Formats without a member for time leave it out: what is compared there are records and values. */
function exportedLine({ id, properties }: Feature): string {
  return `${id}=${properties.value}`;
}
