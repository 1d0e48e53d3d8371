import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link } from 'react-router';
import type { RegisterSchema } from '../api/schema.ts';
import { recordAddress } from '../pages/record-address.ts';
import { useLanguage } from '../ui/language-context.tsx';
import { localizedText } from '../ui/value-text.ts';
import { FamilyPicture } from './family-picture.tsx';
import { diagramOf, fetchFamily, momentOf, type Relative } from './relatives.ts';

interface LineagePanelProps {
  readonly register: string;
  readonly record: string;
  readonly schema: RegisterSchema | undefined;
}

const mostPictured = 60;

/** What a record came from and what came of it, where its register keeps lineage and there is any. */
export function LineagePanel({ register, record, schema }: LineagePanelProps) {
  const { t, language } = useLanguage();
  const isKept = schema?.fields.some(({ name, ref }) => name === 'predecessors' && ref === register) === true;
  const { data } = useQuery({
    queryKey: ['lineage', register, record, language],
    queryFn: ({ signal }) => fetchFamily(register, record, { language, signal }),
    enabled: isKept,
  });
  const diagram = useMemo(() => diagramOf((data?.relatives ?? []).slice(0, mostPictured)), [data]);
  if (!isKept || data === undefined || data.relatives.length < 2) return null;
  const before = data.relatives.filter(({ depth }) => depth < 0);
  const after = data.relatives.filter(({ depth }) => depth > 0);
  return (
    <section className="panel lineage" aria-labelledby="record-lineage">
      <h2 id="record-lineage">{t('lineage.title')}</h2>
      <FamilyPicture diagram={diagram} record={record} />
      <div className="lineage-lists">
        <Side title={t('lineage.before')} register={register} relatives={before} />
        <Side title={t('lineage.after')} register={register} relatives={after} />
      </div>
      {(!data.isComplete || data.numberOfRelatives > data.relatives.length) && (
        <p className="help">{t('lineage.partly', { count: data.relatives.length })}</p>
      )}
    </section>
  );
}

interface SideProps {
  readonly title: string;
  readonly register: string;
  readonly relatives: readonly Relative[];
}

function Side({ title, register, relatives }: SideProps) {
  const { t, language, formats } = useLanguage();
  if (relatives.length === 0) return null;
  const period = ({ valid: { from, to } }: Relative) => {
    if (from === null && to === null) return t('record.holdsAlways');
    if (to === null) return t('record.holdsFrom', { from: formats.date(from!) });
    if (from === null) return t('record.holdsTo', { to: formats.date(to) });
    return t('record.holdsBetween', { from: formats.date(from), to: formats.date(to) });
  };
  return (
    <div>
      <h3>{title}</h3>
      <ul>
        {relatives.map((relative) => (
          <li key={relative.id}>
            <Link to={recordAddress(register, relative.id, { datetime: momentOf(relative) })}>
              <bdi>{localizedText(relative.title, language) ?? relative.id}</bdi>
            </Link>{' '}
            <span className="help">{period(relative)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
