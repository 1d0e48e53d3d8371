import type { Position } from '../log/entry.ts';
import type { AnsweredBy } from '../query/answered-by.ts';
import type { AtHand, PageAtHand, PageQuestion, RecordAtHand } from '../query/question.ts';
import { findPage } from './found-page.ts';
import { JoinedFeatures } from './joined-features.ts';
import type { Planner } from './planner.ts';

/** Whole records as they lie in the snapshots, without a promise in between. */
export class SnapshotAtHand implements AtHand {
  private readonly planner: Planner;

  constructor(planner: Planner) {
    this.planner = planner;
  }

  lastChange(register: string): Position | undefined {
    return this.planner.lastChange(register);
  }

  page(question: PageQuestion): PageAtHand | undefined {
    if (isPart(question)) return undefined;
    const start = performance.now();
    const page = this.planner.ask(question, (asking): PageAtHand => {
      const { rows, count, next } = findPage(asking, question.limit);
      return {
        features: new JoinedFeatures(asking.snapshot, rows),
        matched: { count, isExact: true },
        next,
        position: asking.position,
        answeredBy: { source: 'snapshot', milliseconds: performance.now() - start },
      };
    });
    return 'reason' in page ? undefined : page;
  }

  item(
    question: Omit<PageQuestion, 'limit' | 'cursor' | 'sortBy'>,
    record: string,
  ): RecordAtHand | undefined {
    if (isPart(question) || question.bbox || question.filter) return undefined;
    const start = performance.now();
    const found = this.planner.ask(question, ({ snapshot, wanted }) => {
      const row = snapshot.item(record, wanted.from, wanted.to);
      if (row === undefined) return {};
      const { entry, knownFrom } = snapshot.factsOf(row);
      const text = snapshot.featureOf(row);
      const answeredBy: AnsweredBy = { source: 'snapshot', milliseconds: performance.now() - start };
      return { record: { text, entry, knownFrom, answeredBy } };
    });
    return 'record' in found ? found.record : undefined;
  }
}

/** Whether less than whole records is asked for, so that those that lie ready are not the answer. */
export function isPart({
  properties,
  skipGeometry,
}: Pick<PageQuestion, 'properties' | 'skipGeometry'>): boolean {
  return properties !== undefined || skipGeometry === true;
}
