import { useDeferredValue, useMemo, useState } from 'react';
import type { Box } from '../api/collections.ts';
import type { ItemsQuery, PortalFeature } from '../api/items.ts';
import { useItems } from '../api/queries.ts';
import { useLanguage } from '../ui/language-context.tsx';
import { widened } from './bounds.ts';
import { type LabelledCollection, labelled } from './labelled.ts';

/** Records that a map draws at most; more would neither be seen apart nor travel quickly. */
export const mostDrawn = 1000;

export interface MapRecords {
  readonly drawn: LabelledCollection;
  readonly features: readonly PortalFeature[];
  readonly matched: number | undefined;
  readonly isFetching: boolean;
  /** Told of every move; asks anew only where not everything is drawn. */
  readonly moved: (view: Box) => void;
}

/** Records for the map: all of them where they are few, else those of the part that is seen. */
export function useMapRecords(
  register: string,
  query: Pick<ItemsQuery, 'filter' | 'datetime' | 'asOf' | 'bbox'>,
  titleField: string | undefined,
  isWanted: boolean,
): MapRecords {
  const { language } = useLanguage();
  const [view, setView] = useState<Box>();
  const settled = useDeferredValue(view);
  const whole = useItems(register, { ...query, limit: mostDrawn }, isWanted);
  const isPartial = (whole.data?.numberMatched ?? 0) > (whole.data?.features.length ?? 0);
  const seen = isPartial && settled !== undefined ? widened(settled, 0.1).join(',') : undefined;
  const part = useItems(register, { ...query, bbox: seen, limit: mostDrawn }, isWanted && seen !== undefined);
  const page = seen === undefined ? whole.data : (part.data ?? whole.data);
  const drawn = useMemo(
    () => labelled(page?.features, language, titleField),
    [page?.features, language, titleField],
  );
  return {
    drawn,
    features: page?.features ?? [],
    matched: page?.numberMatched,
    isFetching: whole.isFetching || part.isFetching,
    moved: setView,
  };
}
