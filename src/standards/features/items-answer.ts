import type { Link } from '../../kernel/http/links.ts';
import type { Count, Page } from '../../kernel/query/question.ts';
import type { ItemFormat } from './item-formats.ts';
import type { ItemsQuery } from './items-query.ts';

/** What is said of a page of records beside them. */
export interface ItemsHead {
  readonly query: ItemsQuery;
  readonly page: Pick<Page, 'next' | 'position' | 'answeredBy'>;
  /** Records of the page. */
  readonly returned: number;
  readonly matched: Count;
  readonly links: readonly Link[];
  readonly format: ItemFormat;
}

/** A page of records, in whichever form. */
export interface ItemsAnswer extends ItemsHead {
  readonly page: Page;
}
