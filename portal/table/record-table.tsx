import { useEffect, useRef } from 'react';
import type { PortalFeature } from '../api/items.ts';
import { useReferenceNames } from '../api/reference-names.ts';
import { referencesOf } from '../api/references-of.ts';
import type { PortalField } from '../api/schema.ts';
import { useLanguage } from '../ui/language-context.tsx';
import { ColumnHead } from './column-head.tsx';
import { RecordRow } from './record-row.tsx';

interface RecordTableProps {
  readonly caption: string;
  readonly columns: readonly PortalField[];
  readonly features: readonly PortalFeature[];
  readonly sortby: string | undefined;
  readonly isStale: boolean;
  readonly hasMap: boolean;
  readonly hovered: string | undefined;
  readonly selected: string | undefined;
  readonly addressOf: (id: string) => string;
  readonly onSort: (column: string) => void;
  readonly onHover: (id: string | undefined) => void;
  readonly onSelect: (feature: PortalFeature) => void;
}

/** Records as rows. The first cell is the way to the record; a click elsewhere in the row shows it on the map. */
export function RecordTable(props: RecordTableProps) {
  const { caption, columns, features, sortby, isStale, hasMap, hovered, selected } = props;
  const { t } = useLanguage();
  const names = useReferenceNames(referencesOf(features, columns));
  const body = useRef<HTMLTableSectionElement>(null);
  useEffect(() => {
    if (selected === undefined) return;
    body.current?.querySelector('[data-selected]')?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  return (
    <section className="table-scroll" aria-label={caption} aria-busy={isStale}>
      <table className="ds-table records">
        <caption className="ds-sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map((field) => (
              <ColumnHead key={field.name} field={field} sortby={sortby} onSort={props.onSort} />
            ))}
            {hasMap && (
              <th scope="col" className="cell-action">
                <span className="ds-sr-only">{t('table.showOnMap')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody ref={body}>
          {features.map((feature) => (
            <RecordRow
              key={feature.id}
              feature={feature}
              columns={columns}
              names={names}
              hasMap={hasMap}
              address={props.addressOf(feature.id)}
              isHovered={hovered === feature.id}
              isSelected={selected === feature.id}
              onHover={props.onHover}
              onSelect={props.onSelect}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}
