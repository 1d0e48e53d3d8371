import { Link } from 'react-router';
import type { PortalFeature } from '../api/items.ts';
import type { ReferenceNames } from '../api/reference-names.ts';
import type { PortalField } from '../api/schema.ts';
import { FieldValue } from '../ui/field-value.tsx';
import { useLanguage } from '../ui/language-context.tsx';
import { valueText } from '../ui/value-text.ts';

interface RecordRowProps {
  readonly feature: PortalFeature;
  readonly columns: readonly PortalField[];
  readonly names: ReferenceNames;
  readonly hasMap: boolean;
  readonly address: string;
  readonly isHovered: boolean;
  readonly isSelected: boolean;
  readonly onHover: (id: string | undefined) => void;
  readonly onSelect: (feature: PortalFeature) => void;
}

/** One record in the table. */
export function RecordRow(props: RecordRowProps) {
  const { feature, columns, names, hasMap, address, isHovered, isSelected, onHover, onSelect } = props;
  const { t, language, formats } = useLanguage();
  const wording = { language, formats, yes: t('filter.yes'), no: t('filter.no') };
  const [first, ...others] = columns;
  const title = (first && valueText(feature.properties[first.name], first, wording)) ?? feature.id;
  return (
    <tr
      data-hovered={isHovered || undefined}
      data-selected={isSelected || undefined}
      onMouseEnter={() => onHover(feature.id)}
      onMouseLeave={() => onHover(undefined)}
      onFocus={() => onHover(feature.id)}
      onBlur={() => onHover(undefined)}
      onClick={({ target }) => {
        if (hasMap && target instanceof Element && !target.closest('a,button')) onSelect(feature);
      }}
    >
      <th scope="row">
        <Link to={address}>
          <bdi>{title}</bdi>
        </Link>
      </th>
      {others.map((field) => (
        <td
          key={field.name}
          className={field.kind === 'integer' || field.kind === 'number' ? 'cell-number' : undefined}
        >
          <FieldValue field={field} value={feature.properties[field.name]} names={names} />
        </td>
      ))}
      {hasMap && (
        <td className="cell-action">
          <button
            type="button"
            className="row-locate"
            aria-pressed={isSelected}
            aria-label={`${t('table.showOnMap')}: ${title}`}
            title={t('table.showOnMap')}
            onClick={() => onSelect(feature)}
          >
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <circle cx="12" cy="12" r="4" />
              <path d="M12 3v4M12 17v4M3 12h4M17 12h4" />
            </svg>
          </button>
        </td>
      )}
    </tr>
  );
}
