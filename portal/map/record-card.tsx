import type { Ref } from 'react';
import { Link } from 'react-router';
import type { PortalFeature } from '../api/items.ts';
import { useReferenceNames } from '../api/reference-names.ts';
import { referencesOf } from '../api/references-of.ts';
import type { PortalField } from '../api/schema.ts';
import { FieldValue } from '../ui/field-value.tsx';
import { useLanguage } from '../ui/language-context.tsx';
import { localizedText, unitSign } from '../ui/value-text.ts';

interface RecordCardProps {
  readonly ref: Ref<HTMLElement>;
  readonly feature: PortalFeature;
  readonly columns: readonly PortalField[];
  readonly titleField: string | undefined;
  readonly address: string;
  readonly onClose: () => void;
}

const mostFacts = 4;

/** The selected record in short, over the map. */
export function RecordCard({ ref, feature, columns, titleField, address, onClose }: RecordCardProps) {
  const { t, language } = useLanguage();
  const title = localizedText(feature.properties[titleField ?? ''], language) ?? feature.id;
  const facts = columns
    .filter(({ name }) => name !== titleField && feature.properties[name] != null)
    .slice(0, mostFacts);
  const names = useReferenceNames(referencesOf([feature], facts));
  return (
    <aside ref={ref} className="record-card" aria-label={title}>
      <button type="button" className="record-card-close" aria-label={t('map.close')} onClick={onClose}>
        ×
      </button>
      <h3>
        <bdi>{title}</bdi>
      </h3>
      <dl>
        {facts.map((field) => (
          <div key={field.name}>
            <dt>{field.title}</dt>
            <dd>
              <FieldValue field={field} value={feature.properties[field.name]} names={names} />{' '}
              {unitSign(field.unit)}
            </dd>
          </div>
        ))}
      </dl>
      <Link className="ds-button" data-size="sm" to={address}>
        {t('map.open')}
      </Link>
    </aside>
  );
}
