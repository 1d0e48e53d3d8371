import type { Collection } from '../api/collections.ts';
import type { PortalField, RegisterSchema } from '../api/schema.ts';
import { cql2ToConditions } from '../forms/cql2-to-conditions.ts';
import { DownloadMenu } from '../forms/download-menu.tsx';
import { ColumnMenu } from '../table/column-menu.tsx';
import { useLanguage } from '../ui/language-context.tsx';
import type { QuestionState } from './register-question.ts';
import type { RegisterView } from './register-view.ts';

interface RegisterToolsProps {
  readonly collection: Collection;
  readonly schema: RegisterSchema;
  readonly columns: readonly PortalField[];
  readonly state: QuestionState;
  readonly isFiltering: boolean;
  readonly onFiltering: (isFiltering: boolean) => void;
  readonly isTiming: boolean;
  readonly onTiming: (isTiming: boolean) => void;
  readonly view: RegisterView;
  readonly onView: (view: RegisterView) => void;
}

const views = ['both', 'table', 'map'] as const;

/** The row of tools above table and map. */
export function RegisterTools(props: RegisterToolsProps) {
  const { collection, schema, columns, state, isFiltering, onFiltering, isTiming, onTiming, view, onView } =
    props;
  const { t } = useLanguage();
  const { question, change } = state;
  const count = question.filter === undefined ? 0 : (cql2ToConditions(question.filter)?.rows.length ?? 1);
  const isPast = question.datetime !== undefined || question.asOf !== undefined;
  return (
    <div className="tools">
      <button
        type="button"
        className="tool"
        aria-expanded={isFiltering}
        data-active={count > 0 || undefined}
        onClick={() => onFiltering(!isFiltering)}
      >
        {t('filter.title')}
        {count > 0 && <span className="tool-count">{t('filter.count', { count })}</span>}
      </button>
      <button
        type="button"
        className="tool"
        aria-expanded={isTiming}
        data-active={isPast || undefined}
        onClick={() => onTiming(!isTiming)}
      >
        {t('times.title')}
      </button>
      <ColumnMenu
        fields={schema.fields}
        columns={columns}
        isUsual={question.properties === undefined}
        onChange={(properties) => change({ properties })}
      />
      <DownloadMenu register={collection.id} query={question} hasGeometry={schema.hasGeometry} />
      {isPast && <p className="tools-note">{t('times.past')}</p>}
      {schema.hasGeometry && (
        <fieldset className="segments">
          <legend className="ds-sr-only">{t('register.view')}</legend>
          {views.map((candidate) => (
            <label key={candidate}>
              <input
                type="radio"
                name="view"
                className="ds-sr-only"
                checked={view === candidate}
                onChange={() => onView(candidate)}
              />
              <span>{t(`register.view.${candidate}`)}</span>
            </label>
          ))}
        </fieldset>
      )}
    </div>
  );
}
