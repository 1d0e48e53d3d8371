import { languages } from '../../src/kernel/i18n/language.ts';
import type { PortalFeature } from '../api/items.ts';
import { type ReferenceNames, useReferenceNames } from '../api/reference-names.ts';
import { referencesOf } from '../api/references-of.ts';
import type { PortalField, RegisterSchema } from '../api/schema.ts';
import { FieldValue } from '../ui/field-value.tsx';
import { useLanguage } from '../ui/language-context.tsx';
import { unitSign } from '../ui/value-text.ts';

interface RecordPropertiesProps {
  readonly feature: PortalFeature;
  readonly schema: RegisterSchema;
}

/** Told elsewhere on the page. */
const elsewhere = new Set(['label', 'source', 'evidence']);

/** Every property with its name, unit and meaning; what nobody knows is said to be unknown. */
export function RecordProperties({ feature, schema }: RecordPropertiesProps) {
  const { t } = useLanguage();
  const { properties } = feature;
  const fields = schema.fields.filter(({ name }) => !elsewhere.has(name));
  const names = useReferenceNames(referencesOf([feature], fields));
  return (
    <section className="panel" aria-labelledby="record-properties">
      <h2 id="record-properties">{t('record.properties')}</h2>
      <dl className="properties">
        {fields.map((field) => (
          <div key={field.name}>
            <dt>
              {field.title}
              {field.description !== undefined && <span className="help">{field.description}</span>}
            </dt>
            <dd>
              <PropertyValue
                field={field}
                value={properties[field.name]}
                names={names}
                isName={field.name === schema.titleField}
              />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

interface PropertyValueProps {
  readonly field: PortalField;
  readonly value: unknown;
  readonly names: ReferenceNames;
  /** The record's own name is told in every language. */
  readonly isName: boolean;
}

function PropertyValue({ field, value, names, isName }: PropertyValueProps) {
  const { t, language } = useLanguage();
  if (value === null || value === undefined || value === '')
    return <span className="unknown">{t('record.unknown')}</span>;
  const others = isName ? otherLanguages(value, language) : [];
  return (
    <>
      <FieldValue field={field} value={value} names={names} /> {unitSign(field.unit)}
      {others.length > 0 && (
        <ul className="other-names" aria-label={t('record.language')}>
          {others.map(([code, text]) => (
            <li key={code} lang={code}>
              <bdi>{text}</bdi>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function otherLanguages(value: unknown, language: string): readonly (readonly [string, string])[] {
  if (typeof value !== 'object' || value === null) return [];
  const texts = value as Record<string, unknown>;
  const said = new Set([texts[language]]);
  return languages.flatMap((code) => {
    const text = texts[code];
    if (typeof text !== 'string' || said.has(text)) return [];
    said.add(text);
    return [[code, text] as const];
  });
}
