import { type ReactNode, useMemo } from 'react';
import { Link, useParams } from 'react-router';
import type { CatalogueRecord } from '../api/catalogue.ts';
import { linkOf } from '../api/links.ts';
import { useBasemap } from '../api/queries.ts';
import { boundsOf, widened } from '../map/bounds.ts';
import { LazyMap } from '../map/lazy-map.tsx';
import { deskTitle } from '../ui/desk-title.ts';
import { useLanguage } from '../ui/language-context.tsx';
import { QuestionError } from '../ui/question-error.tsx';
import { RoomLoading } from '../ui/room-loading.tsx';
import { useTitle } from '../ui/use-title.ts';
import { useCatalogueRecord } from './catalogue-queries.ts';
import { Doors } from './doors.tsx';
import { themeTitle } from './facets.ts';
import { typeTitle } from './type-title.ts';
import { cycleText } from './update-cycle.ts';

/** One resource: what it is, who stands behind it, where it lies, and every door to it. */
export function DatasetPage() {
  const { record = '' } = useParams();
  const { data, error, refetch } = useCatalogueRecord(record);
  useTitle(data?.properties.title);
  if (error !== null) return <QuestionError error={error} retry={() => void refetch()} />;
  if (data === undefined) return <RoomLoading />;
  return <Dataset record={data} />;
}

function Dataset({ record }: { readonly record: CatalogueRecord }) {
  const { t, formats } = useLanguage();
  const { properties, links } = record;
  const { title, description, register, records, type, desk } = properties;
  return (
    <div className="record dataset">
      <p className="eyebrow">
        <Link to="/catalogue">{t('catalogue.room')}</Link>
        <span aria-hidden="true">/</span>
        {typeTitle(type, t)}
        {desk !== undefined && (
          <>
            <span aria-hidden="true">·</span>
            {deskTitle(desk, t)}
          </>
        )}
      </p>
      <div className="register-title">
        <h1>{title}</h1>
        {records !== undefined && (
          <p className="figure">
            <strong>{formats.number(records)}</strong> {t('register.recordsUnit', { count: records })}
          </p>
        )}
      </div>
      {description !== undefined && <p className="lead">{description}</p>}
      {register !== undefined && (
        <p>
          <Link className="ds-button" to={`/collections/${encodeURIComponent(register)}`}>
            {t('catalogue.open')}
          </Link>
        </p>
      )}
      <div className="record-columns">
        <div className="record-main">
          <Standing record={record} />
          <Doors links={links} />
        </div>
        <div className="record-side">
          <ExtentMap record={record} />
        </div>
      </div>
    </div>
  );
}

function Standing({ record }: { readonly record: CatalogueRecord }) {
  const { t, formats } = useLanguage();
  const { properties, links, time } = record;
  const { custodian, custodianName, legalBasis, license, updateCycle, updated, access, theme, keywords } =
    properties;
  const themeName = themeTitle(record);
  const end = (text: string | undefined) => (text === undefined || text === '..' ? '…' : formats.date(text));
  const period =
    time &&
    (time.interval.every((each) => each === '..')
      ? t('catalogue.always')
      : `${end(time.interval[0])} – ${end(time.interval[1])}`);
  return (
    <section className="panel" aria-labelledby="standing-title">
      <h2 id="standing-title">{t('catalogue.standing')}</h2>
      <dl className="properties">
        <Fact name={t('catalogue.custodian')}>
          {custodian && custodianName ? (
            <Link to={`/collections/organisations/items/${encodeURIComponent(custodian)}`}>
              {custodianName}
            </Link>
          ) : (
            custodian
          )}
        </Fact>
        <Fact name={t('catalogue.legalBasis')}>{legalBasis}</Fact>
        <Fact name={t('catalogue.theme')}>
          {theme && (
            <Link to={`/collections/themes/items/${encodeURIComponent(theme)}`}>{themeName ?? theme}</Link>
          )}
        </Fact>
        <Fact name={t('catalogue.licence')}>
          {license && (
            <a href={linkOf(links, 'license')?.href}>
              <bdi>{license}</bdi>
            </a>
          )}
        </Fact>
        <Fact name={t('catalogue.cycle')}>{updateCycle && cycleText(updateCycle, t)}</Fact>
        <Fact name={t('catalogue.updated')}>
          <time dateTime={updated}>{formats.time(updated)}</time>
        </Fact>
        <Fact name={t('catalogue.period')}>{period}</Fact>
        <Fact name={t('catalogue.keywords')}>{keywords && formats.list(keywords)}</Fact>
        <Fact name={t('catalogue.access')}>
          {t(access === 'public' ? 'catalogue.public' : 'catalogue.restricted')}
        </Fact>
      </dl>
    </section>
  );
}

/** What nobody says is said to be missing. */
function Fact({ name, children }: { readonly name: string; readonly children?: ReactNode }) {
  const { t } = useLanguage();
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children || <span className="help">{t('catalogue.none')}</span>}</dd>
    </div>
  );
}

function ExtentMap({ record }: { readonly record: CatalogueRecord }) {
  const { t } = useLanguage();
  const basemap = useBasemap();
  const { id, geometry, properties } = record;
  const box = useMemo(() => boundsOf([geometry]), [geometry]);
  const shown = useMemo(
    () => ({
      type: 'FeatureCollection' as const,
      features:
        geometry === null
          ? []
          : [
              {
                type: 'Feature' as const,
                geometry,
                properties: { id, label: properties.title, rank: 0, isSmall: false },
              },
            ],
    }),
    [id, geometry, properties.title],
  );
  if (box === undefined) return <p className="panel quiet">{t('catalogue.noPlace')}</p>;
  const label = t('catalogue.extent', { title: properties.title });
  return (
    <section className="map-frame record-map" aria-label={label}>
      {!basemap.isPending && (
        <LazyMap
          label={label}
          basemap={basemap.data}
          records={shown}
          box={widened(box, 0.25)}
          areRecordsNamed={false}
          isInPage
        />
      )}
    </section>
  );
}
