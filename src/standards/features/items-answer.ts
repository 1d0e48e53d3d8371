import type { Link } from '../../kernel/http/links.ts';
import type { Count, Page } from '../../kernel/query/question.ts';
import type { ItemFormat } from './item-formats.ts';
import type { ItemsQuery } from './items-query.ts';

/** A page of records, in whichever form. */
export interface ItemsAnswer {
  readonly query: ItemsQuery;
  readonly page: Page;
  readonly matched: Count;
  readonly links: readonly Link[];
  readonly format: ItemFormat;
}
