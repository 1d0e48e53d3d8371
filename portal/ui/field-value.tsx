import { Link } from 'react-router';
import type { PortalField } from '../api/schema.ts';
import { useLanguage } from './language-context.tsx';
import { Reliability } from './reliability.tsx';
import { valueText } from './value-text.ts';

interface FieldValueProps {
  readonly field: PortalField;
  readonly value: unknown;
  /** Names of referenced records by id, where they are known. */
  readonly names?: ReadonlyMap<string, string> | undefined;
}

/** A value in words: codes by name, references as links, web addresses as links, numbers and dates by language. */
export function FieldValue({ field, value, names }: FieldValueProps) {
  const { language, formats, t } = useLanguage();
  const text = valueText(value, field, { language, formats, yes: t('filter.yes'), no: t('filter.no') });
  if (text === undefined) return <span className="unknown">–</span>;
  if (field.name === 'label' && field.codes !== undefined)
    return <Reliability label={String(value)} title={text} />;
  if (field.ref !== undefined && typeof value === 'string') {
    const to = `/collections/${encodeURIComponent(field.ref)}/items/${encodeURIComponent(value)}`;
    return <Link to={to}>{names?.get(value) ?? value}</Link>;
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
