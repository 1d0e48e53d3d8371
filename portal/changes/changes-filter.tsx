import { useQuery } from '@tanstack/react-query';
import type { ChangesQuestion } from '../api/changes.ts';
import { boxOf, type Collection } from '../api/collections.ts';
import { fetchItems } from '../api/items.ts';
import { boundsOf, widened } from '../map/bounds.ts';
import { useLanguage } from '../ui/language-context.tsx';
import { localizedText } from '../ui/value-text.ts';

interface ChangesFilterProps {
  readonly question: ChangesQuestion;
  readonly collections: readonly Collection[] | undefined;
  readonly choose: (part: ChangesQuestion) => void;
}

/** Narrows the list to a register, to a part of the country, to what was withdrawn. */
export function ChangesFilter({ question, collections = [], choose }: ChangesFilterProps) {
  const { t, formats } = useLanguage();
  const areas = useAreas(collections);
  const sorted = [...collections].sort((a, b) => formats.compare(a.title, b.title));
  const isOtherArea = question.bbox !== undefined && !areas.some(({ bbox }) => bbox === question.bbox);
  return (
    <div className="changes-filter">
      <div className="field">
        <label htmlFor="changes-register">{t('changes.register')}</label>
        <select
          id="changes-register"
          className="ds-input"
          value={question.registers ?? ''}
          onChange={({ target }) => choose({ registers: target.value || undefined })}
        >
          <option value="">{t('changes.allRegisters')}</option>
          {sorted.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="changes-area">{t('changes.area')}</label>
        <select
          id="changes-area"
          className="ds-input"
          value={question.bbox ?? ''}
          onChange={({ target }) => choose({ bbox: target.value || undefined })}
        >
          <option value="">{t('changes.everywhere')}</option>
          {isOtherArea && <option value={question.bbox}>{question.bbox}</option>}
          {areas.map(({ id, title, bbox }) => (
            <option key={id} value={bbox}>
              {title}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="changes-types">{t('changes.types')}</label>
        <select
          id="changes-types"
          className="ds-input"
          value={question.types ?? ''}
          onChange={({ target }) => choose({ types: target.value || undefined })}
        >
          <option value="">{t('changes.allTypes')}</option>
          <option value="upsert">{t('changes.onlyUpserts')}</option>
          <option value="tombstone,erased,erasure">{t('changes.onlyTombstones')}</option>
          <option value="declared,dropped">{t('changes.onlyRegisters')}</option>
        </select>
      </div>
    </div>
  );
}

const areaRegister = 'economic-regions';

/** The regions of the country as boxes, where there is a register of them. */
function useAreas(collections: readonly Collection[]) {
  const { language, formats } = useLanguage();
  const isThere = boxOf(collections.find(({ id }) => id === areaRegister)) !== undefined;
  const { data } = useQuery({
    queryKey: ['areas', language],
    queryFn: ({ signal }) => fetchItems(areaRegister, { limit: 100 }, { language, signal }),
    enabled: isThere,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const areas = (data?.features ?? []).flatMap(({ id, geometry, properties }) => {
    const box = boundsOf([geometry]);
    const title = localizedText(properties.name, language) ?? id;
    return box === undefined ? [] : [{ id, title, bbox: widened(box, 0).join(',') }];
  });
  return areas.sort((a, b) => formats.compare(a.title, b.title));
}
