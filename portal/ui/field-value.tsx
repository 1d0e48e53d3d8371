import { Fragment } from 'react';
import { Link } from 'react-router';
import { type ReferenceNames, referenceKey } from '../api/reference-names.ts';
import type { PortalField } from '../api/schema.ts';
import { useLanguage } from './language-context.tsx';
import { Reliability } from './reliability.tsx';
import { valueText } from './value-text.ts';

interface FieldValueProps {
  readonly field: PortalField;
  readonly value: unknown;
  /** Names of referenced records, where they are known. */
  readonly names?: ReferenceNames | undefined;
}

/** A value in words: codes by name, references as links, web addresses as links, numbers and dates by language. */
export function FieldValue({ field, value, names }: FieldValueProps) {
  const { language, formats, t } = useLanguage();
  const text = valueText(value, field, { language, formats, yes: t('filter.yes'), no: t('filter.no') });
  if (text === undefined) return <span className="unknown">–</span>;
  if (field.name === 'label' && field.codes !== undefined)
    return <Reliability label={String(value)} title={text} />;
  const { ref } = field;
  if (ref !== undefined) {
    const ids = [value].flat().map(String);
    return ids.map((id, index) => (
      <Fragment key={id}>
        {index > 0 && ', '}
        <Link to={`/collections/${encodeURIComponent(ref)}/items/${encodeURIComponent(id)}`}>
          <bdi>{names?.get(referenceKey({ register: ref, id })) ?? id}</bdi>
        </Link>
      </Fragment>
    ));
  }
  if (typeof value === 'string' && /^https?:\/\/\S+$/.test(value)) {
    return (
      <a href={value} rel="noreferrer" dir="ltr">
        {value}
      </a>
    );
  }
  return <bdi>{text}</bdi>;
}
