import { type DragEvent, useId, useRef, useState } from 'react';
import { useCollections } from '../api/queries.ts';
import { useLanguage } from '../ui/language-context.tsx';
import type { ChangeText, FeatureMeaning } from './change.ts';

export interface ChangeDraft {
  readonly text: string;
  /** Register of features; a batch names its own. */
  readonly register: string;
  readonly meaning: FeatureMeaning;
}

interface ChangeInputProps {
  readonly draft: ChangeDraft;
  readonly read: ChangeText;
  readonly isBusy: boolean;
  readonly onChange: (draft: ChangeDraft) => void;
  readonly onExample: () => void;
  readonly onTry: () => void;
}

const mostBytes = 10_000_000;

/** Where a change is dropped, chosen or pasted, and what it is meant for. */
export function ChangeInput({ draft, read, isBusy, onChange, onExample, onTry }: ChangeInputProps) {
  const { t, formats } = useLanguage();
  const collections = useCollections();
  const file = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const [isTooLarge, setTooLarge] = useState(false);
  const id = useId();
  const take = async (chosen: File | undefined) => {
    if (chosen === undefined) return;
    setTooLarge(chosen.size > mostBytes);
    if (chosen.size <= mostBytes) onChange({ ...draft, text: await chosen.text() });
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  };
  const wrong = isTooLarge
    ? t('check.tooLarge', { limit: formats.number(mostBytes / 1e6) })
    : read.kind === 'wrong'
      ? t(`check.wrong.${read.reason}`, { detail: read.detail })
      : undefined;
  const isReady = read.kind === 'batch' || (read.kind === 'features' && draft.register !== '');
  return (
    <form
      className="check-input"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady && !isBusy) onTry();
      }}
    >
      <div className="field check-drop" data-over={isOver || undefined}>
        <label htmlFor={`${id}-text`}>{t('check.change')}</label>
        <textarea
          id={`${id}-text`}
          className="ds-input"
          dir="ltr"
          rows={9}
          spellCheck={false}
          value={draft.text}
          aria-invalid={wrong !== undefined}
          aria-describedby={`${id}-help`}
          onChange={({ target }) => onChange({ ...draft, text: target.value })}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
        />
        <p id={`${id}-help`} className={wrong === undefined ? 'help' : 'ds-validation-message'} dir="auto">
          {wrong ?? (read.kind === 'empty' ? t('check.changeHelp') : <Understood read={read} />)}
        </p>
        <div className="check-sources">
          <button type="button" className="tool" onClick={() => file.current?.click()}>
            {t('check.file')}
          </button>
          <button type="button" className="tool" onClick={onExample}>
            {t('check.example')}
          </button>
          <input
            ref={file}
            type="file"
            hidden
            accept=".json,.geojson,application/json,application/geo+json"
            onChange={({ target }) => {
              void take(target.files?.[0]);
              target.value = '';
            }}
          />
        </div>
      </div>
      {read.kind === 'features' && (
        <div className="check-target">
          <div className="field">
            <label htmlFor={`${id}-register`}>{t('check.register')}</label>
            <select
              id={`${id}-register`}
              className="ds-input"
              value={draft.register}
              onChange={({ target }) => onChange({ ...draft, register: target.value })}
            >
              <option value="">{t('check.choose')}</option>
              {collections.data?.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </select>
          </div>
          <div className="field">
            <label htmlFor={`${id}-meaning`}>{t('check.meaning')}</label>
            <select
              id={`${id}-meaning`}
              className="ds-input"
              value={draft.meaning}
              onChange={({ target }) =>
                onChange({ ...draft, meaning: target.value === 'replace' ? 'replace' : 'create' })
              }
            >
              <option value="create">{t('check.meaning.create')}</option>
              <option value="replace">{t('check.meaning.replace')}</option>
            </select>
          </div>
        </div>
      )}
      <button type="submit" className="ds-button" disabled={!isReady || isBusy}>
        {isBusy ? t('check.trying') : t('check.try')}
      </button>
    </form>
  );
}

function Understood({ read }: { readonly read: ChangeText }) {
  const { t } = useLanguage();
  if (read.kind === 'batch') return t('check.isBatch', { count: read.operations.length });
  if (read.kind === 'features') return t('check.isFeatures', { count: read.features.length });
  return null;
}
