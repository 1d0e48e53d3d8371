import { catalogueMessages } from './catalogue.ts';
import { changesMessages } from './changes.ts';

import { completenessMessages } from './completeness.ts';
import { filtersMessages } from './filters.ts';
import { pagesMessages } from './pages.ts';
import { problemsMessages } from './problems.ts';
import { promisesMessages } from './promises.ts';
import { releasesMessages } from './releases.ts';
import { rulesMessages } from './rules.ts';
import { tilesMessages } from './tiles.ts';
import { violationsMessages } from './violations.ts';

/** Every area of sentences that the server's doors say; an area added here is known to `message`. */
export const catalogues = {
  problems: problemsMessages,
  violations: violationsMessages,
  filters: filtersMessages,
  pages: pagesMessages,
  completeness: completenessMessages,
  changes: changesMessages,
  tiles: tilesMessages,
  rules: rulesMessages,
  promises: promisesMessages,
  releases: releasesMessages,
  catalogue: catalogueMessages,
} as const;
