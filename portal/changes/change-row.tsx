import { Link } from 'react-router';
import type { PortalChange } from '../api/changes.ts';
import type { MessageKey } from '../strings/en.ts';
import { useLanguage } from '../ui/language-context.tsx';
import { localizedText } from '../ui/value-text.ts';

interface ChangeRowProps {
  readonly change: PortalChange;
  /** Titles of registers by their ids. */
  readonly titles: ReadonlyMap<string, string>;
}

/** One change as a sentence: which record, what became of it, who said so and why. */
export function ChangeRow({ change, titles }: ChangeRowProps) {
  const { t, formats } = useLanguage();
  const { kind, register, record, actor, cause, legalBasis, position, recordedAt } = change;
  const collection = `/collections/${encodeURIComponent(register)}`;
  const item = record === undefined ? collection : `${collection}/items/${encodeURIComponent(record)}`;
  const name = useRecordName(change);
  return (
    <li className="change" data-kind={kind}>
      <p className="change-what">
        <span className="change-kind">{t(verbOf(change))}</span>
        {record === undefined ? (
          <Link to={collection}>{titles.get(register) ?? register}</Link>
        ) : (
          <>
            {change.feature === null ? <bdi>{name}</bdi> : <Link to={item}>{name}</Link>}
            <Link className="change-register" to={collection}>
              {titles.get(register) ?? register}
            </Link>
          </>
        )}
      </p>
      <p className="help">
        <time dateTime={recordedAt}>{formats.time(recordedAt)}</time>
        {' · '}
        {t('changes.by', { actor })}
        {' · '}
        <bdi>{cause}</bdi>
        {legalBasis !== null && (
          <>
            {' · '}
            <bdi>{legalBasis}</bdi>
          </>
        )}
        {record !== undefined && (
          <>
            {' · '}
            <a href={`${item}/history`}>{t('changes.history')}</a>
          </>
        )}
        {' · '}
        {t('record.entry', { position: formats.number(position) })}
      </p>
    </li>
  );
}

function verbOf({ kind, isNew }: PortalChange): MessageKey {
  if (kind !== 'upsert') return `changes.${kind}`;
  return isNew === true ? 'changes.new' : 'changes.changed';
}

const nameFields = ['name', 'title', 'label_text', 'code'];

/** What a record calls itself, as far as that can be told from the record alone; else its id. */
function useRecordName({ feature, record = '' }: PortalChange): string {
  const { language } = useLanguage();
  for (const field of nameFields) {
    const text = localizedText(feature?.properties[field], language);
    if (text !== undefined && text !== '') return text;
  }
  return record;
}
