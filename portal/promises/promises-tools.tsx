import { useId } from 'react';
import { apiPath } from '../api/request.ts';
import { useLanguage } from '../ui/language-context.tsx';
import { type PromisesAddress, views } from './promises-address.ts';

interface PromisesToolsProps {
  readonly address: PromisesAddress;
  readonly parties: readonly { readonly id: string; readonly name: string }[];
  /** Day that the answer is about. */
  readonly today: string;
  readonly go: (change: Partial<PromisesAddress>) => void;
}

/** As of which day, known when, of which party, by date or by party; and the same as a table or a calendar. */
export function PromisesTools({ address, parties, today, go }: PromisesToolsProps) {
  const { t } = useLanguage();
  const id = useId();
  const { datetime, asOf, party, status, isWithoutEvidence, view } = address;
  const form = (f: string) =>
    apiPath(['promises'], {
      datetime,
      asOf,
      party,
      status,
      evidence: isWithoutEvidence ? 'none' : undefined,
      f,
    });
  return (
    <div className="promises-tools tools">
      <div className="field">
        <label htmlFor={`${id}-day`}>{t('promises.trueOn')}</label>
        <input
          id={`${id}-day`}
          className="ds-input"
          type="date"
          value={datetime?.slice(0, 10) ?? today}
          onChange={({ target }) => go({ datetime: target.value || undefined })}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-known`}>{t('promises.knownOn')}</label>
        <input
          id={`${id}-known`}
          className="ds-input"
          type="date"
          value={asOf?.slice(0, 10) ?? ''}
          onChange={({ target }) => go({ asOf: target.value || undefined })}
        />
      </div>
      <div className="field promises-party">
        <label htmlFor={`${id}-party`}>{t('promises.party')}</label>
        <select
          id={`${id}-party`}
          className="ds-input"
          value={party ?? ''}
          onChange={({ target }) => go({ party: target.value || undefined })}
        >
          <option value="">{t('promises.everybody')}</option>
          {parties.map(({ id: each, name }) => (
            <option key={each} value={each}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <fieldset className="segments">
        <legend className="ds-sr-only">{t('promises.view')}</legend>
        {views.map((each) => (
          <label key={each}>
            <input
              className="ds-sr-only"
              type="radio"
              name={`${id}-view`}
              checked={view === each}
              onChange={() => go({ view: each })}
            />
            <span>{t(`promises.view.${each}`)}</span>
          </label>
        ))}
      </fieldset>
      <p className="promises-forms">
        <a href={form('csv')} download="promises.csv">
          {t('promises.table')}
        </a>
        <a href={form('ics')} download="promises.ics">
          {t('promises.calendar')}
        </a>
      </p>
    </div>
  );
}
