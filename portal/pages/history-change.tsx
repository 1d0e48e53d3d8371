import type { PortalField } from '../api/schema.ts';
import { useLanguage } from '../ui/language-context.tsx';
import { unitSign, valueText } from '../ui/value-text.ts';
import type { FieldChange } from './history-changes.ts';
import { wordChanges } from './word-changes.ts';

interface HistoryChangeProps {
  readonly change: FieldChange;
  readonly field: PortalField | undefined;
}

/** One property: what it was struck through, what it became underlined; said in words for those who hear the page. */
export function HistoryChange({ change, field }: HistoryChangeProps) {
  const { t, language, formats } = useLanguage();
  const wording = { language, formats, yes: t('filter.yes'), no: t('filter.no') };
  const text = (value: unknown) => {
    const said = valueText(value, field, wording);
    const unit = unitSign(field?.unit);
    return said === undefined || unit === undefined ? (said ?? '') : `${said} ${unit}`;
  };
  const was = text(change.was);
  const became = text(change.became);
  // Texts that read the same in this language differ in another one: then both are told whole.
  const pair = was === became ? [JSON.stringify(change.was), JSON.stringify(change.became)] : [was, became];
  return (
    <li>
      <span className="history-field">{field?.title ?? change.name}</span>
      <bdi className="history-words">
        {wordChanges(pair[0] ?? '', pair[1] ?? '').map((run, index) => {
          const key = index;
          if (run.kind === 'same') return <span key={key}>{run.text}</span>;
          const isGone = run.kind === 'gone';
          const Mark = isGone ? 'del' : 'ins';
          return (
            <Mark key={key}>
              <span className="ds-sr-only"> {isGone ? t('record.was') : t('record.became')} </span>
              {run.text}
            </Mark>
          );
        })}
      </bdi>
    </li>
  );
}
