import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { Collection } from '../api/collections.ts';
import {
  type Reference,
  type ReferenceNames,
  referenceKey,
  useReferenceNames,
} from '../api/reference-names.ts';
import type { RegisterRule } from '../api/schema.ts';
import { deskTitle } from '../ui/desk-title.ts';
import { useLanguage } from '../ui/language-context.tsx';
import { readQuestion } from './register-question.ts';

interface RegisterHeadingProps {
  readonly collection: Collection;
  readonly rules: readonly RegisterRule[];
}

/** Title and description, with who keeps the register, on what legal basis and by which rules. */
export function RegisterHeading({ collection, rules }: RegisterHeadingProps) {
  const { t, formats } = useLanguage();
  const { id, title, description, desk, steward, theme, legalBasis, count } = collection;
  const names = useReferenceNames([
    ...(steward === undefined ? [] : [{ register: 'organisations', id: steward }]),
    ...(theme === undefined ? [] : [{ register: 'themes', id: theme }]),
  ]);
  // The count is of now: beside a list of another time it would be a wrong answer.
  const { datetime, asOf } = readQuestion(useSearchParams()[0]);
  const isPast = datetime !== undefined || asOf !== undefined;
  const base = `/collections/${encodeURIComponent(id)}`;
  return (
    <header className="register-heading">
      <p className="eyebrow">
        <Link to="/collections">{t('app.registers')}</Link>
        <span aria-hidden="true">/</span>
        {deskTitle(desk, t)}
      </p>
      <div className="register-title">
        <h1>{title}</h1>
        {count !== undefined && !isPast && (
          <p className="figure">
            <strong>{formats.number(count)}</strong> {t('register.recordsUnit', { count })}
          </p>
        )}
      </div>
      {description !== undefined && <p className="lead">{description}</p>}
      <details className="about">
        <summary>{t('register.about')}</summary>
        <dl className="facts-grid">
          {steward !== undefined && (
            <Fact title={t('register.steward')}>
              <NamedLink register="organisations" id={steward} names={names} />
            </Fact>
          )}
          {legalBasis !== undefined && <Fact title={t('register.legalBasis')}>{legalBasis}</Fact>}
          {theme !== undefined && (
            <Fact title={t('register.theme')}>
              <NamedLink register="themes" id={theme} names={names} />
            </Fact>
          )}
          {rules.length > 0 && (
            <Fact title={t('register.rules')}>
              <ul className="rule-list">
                {rules.map(({ id, sentence }) => (
                  <li key={id}>{sentence}</li>
                ))}
              </ul>
            </Fact>
          )}
          <Fact title={t('register.machines')}>
            <ul className="inline-list">
              <li>
                <a href={`${base}?f=json`}>{t('register.collection')}</a>
              </li>
              <li>
                <a href={`${base}/items?f=json`}>{t('register.items')}</a>
              </li>
              <li>
                <Link to={`${base}/changes`}>{t('changes.title')}</Link>
              </li>
              <li>
                <a href={`${base}/schema`}>{t('register.schema')}</a>
              </li>
              <li>
                <a href={`${base}/queryables`}>{t('register.queryables')}</a>
              </li>
            </ul>
          </Fact>
        </dl>
      </details>
    </header>
  );
}

function Fact({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function NamedLink({ register, id, names }: Reference & { readonly names: ReferenceNames }) {
  return (
    <Link to={`/collections/${register}/items/${encodeURIComponent(id)}`}>
      {names.get(referenceKey({ register, id })) ?? id}
    </Link>
  );
}
