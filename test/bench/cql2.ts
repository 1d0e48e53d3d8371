import { checkFilter } from '../../src/kernel/query/check.ts';
import { parseText } from '../../src/kernel/query/parse-text.ts';
import { compilePredicate, preparePredicates } from '../../src/kernel/query/to-predicate.ts';
import { compileSql } from '../../src/kernel/query/to-sql.ts';
import { writeJson } from '../../src/kernel/query/write-json.ts';
import { operatorScope } from '../conformance/cql2/operator-scope.ts';

/** Filters per second through each step, beside `JSON.parse` of the same filter, the quickest reading there is. */
const filters = [
  "textfield = 'item_1'",
  "intfield BETWEEN 10 AND 20 AND CASEI(textfield) LIKE casei('ITEM_%')",
  "T_DURING(ts_start, INTERVAL('2020-01-01','2020-02-01')) OR NOT (floatfield * 2 > 5 AND boolfield)",
  'S_INTERSECTS(geom, POLYGON((45 38,50 38,50 42,45 42,45 38)))',
];

await preparePredicates();
const trees = filters.map((text) => checkFilter(parseText(text), operatorScope).expr!);
const texts = trees.map(writeJson);
const record = { properties: { textfield: 'item_1', intfield: 12, floatfield: 3 }, geometry: null };
const predicates = trees.map((tree) => compilePredicate(tree, operatorScope));

const peer = rate((i) => JSON.parse(texts[i]!));
report('JSON.parse of the same filter', peer);
report(
  'parse text',
  rate((i) => parseText(filters[i]!)),
);
report(
  'parse text, check',
  rate((i) => checkFilter(parseText(filters[i]!), operatorScope)),
);
report(
  'parse text, check, compile to SQL',
  rate((i) => compileSql(checkFilter(parseText(filters[i]!), operatorScope).expr!, operatorScope).text),
);
report(
  'one record through a predicate',
  rate((i) => predicates[i]!(record)),
);

/** Calls per second over about half a second, after a warm-up. */
function rate(run: (index: number) => unknown): number {
  for (let i = 0; i < 5000; i++) run(i % filters.length);
  let calls = 0;
  const begun = performance.now();
  while (performance.now() - begun < 500) for (let i = 0; i < 100; i++, calls++) run(calls % filters.length);
  return (calls / (performance.now() - begun)) * 1000;
}

function report(what: string, perSecond: number): void {
  const ratio = (perSecond / peer).toFixed(3);
  console.log(
    `${what.padEnd(36)} ${Math.round(perSecond).toLocaleString('en').padStart(12)}/s  ${ratio} × JSON.parse`,
  );
}
