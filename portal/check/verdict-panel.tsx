import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { Link } from 'react-router';
import { useLanguage } from '../ui/language-context.tsx';
import type { ChangeOperation } from './change.ts';
import { downloadReport } from './report.ts';
import type { Verdict, WrittenChange } from './try-change.ts';
import { codeCounts } from './violation.ts';
import { ViolationList } from './violation-list.tsx';
import { WriteDialog } from './write-dialog.tsx';

interface VerdictPanelProps {
  readonly outcome: Verdict | WrittenChange;
  readonly operations: readonly ChangeOperation[];
  readonly isBusy: boolean;
  readonly hovered: string | undefined;
  readonly selected: string | undefined;
  readonly onHover: (id: string | undefined) => void;
  readonly onSelect: (id: string | undefined) => void;
  readonly onWrite: (legalBasis: string) => void;
}

/** What came of it: nothing wrong and ready to be written, written, or everything that is wrong. */
export function VerdictPanel(props: VerdictPanelProps) {
  const { outcome, operations, isBusy, onWrite } = props;
  const { t, formats } = useLanguage();
  const [isAsking, setAsking] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (outcome) heading.current?.focus();
    setAsking(false);
  }, [outcome]);
  if (outcome.kind === 'refused') return <Refused {...props} outcome={outcome} />;
  return (
    <section className="verdict" data-kind={outcome.kind}>
      <h2 ref={heading} tabIndex={-1}>
        {t(outcome.kind === 'sound' ? 'check.sound' : 'check.written')}
      </h2>
      {outcome.kind === 'sound' ? (
        <>
          <p>{t('check.would', { created: outcome.created, changed: outcome.changed })}</p>
          <div>
            <button type="button" className="ds-button" onClick={() => setAsking(true)}>
              {t('check.write')}
            </button>
          </div>
          <WriteDialog
            isOpen={isAsking}
            isBusy={isBusy}
            count={operations.length}
            onWrite={onWrite}
            onClose={() => setAsking(false)}
          />
        </>
      ) : (
        <>
          <p>{t('check.position', { position: formats.number(outcome.position) })}</p>
          <ul className="inline-list">
            {outcome.records.slice(0, mostLinked).map(({ register, id }) => (
              <li key={`${register}/${id}`}>
                <Link to={`/collections/${encodeURIComponent(register)}/items/${encodeURIComponent(id)}`}>
                  {id}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

const mostLinked = 50;

function Refused({
  outcome,
  operations,
  hovered,
  selected,
  onHover,
  onSelect,
}: VerdictPanelProps & { readonly outcome: Extract<Verdict, { kind: 'refused' }> }) {
  const { t } = useLanguage();
  const { violations, sentence } = outcome;
  const [code, setCode] = useState('');
  const counts = useMemo(() => codeCounts(violations), [violations]);
  const shown = code === '' ? violations : violations.filter((violation) => violation.code === code);
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  useEffect(() => {
    if (outcome) heading.current?.focus();
    setCode('');
  }, [outcome]);
  return (
    <section className="verdict" data-kind="refused">
      <h2 ref={heading} tabIndex={-1}>
        {t('check.refused', { count: violations.length })}
      </h2>
      <p dir="auto">{sentence}</p>
      {violations.length > 0 && (
        <div className="verdict-tools">
          <div className="field">
            <label htmlFor={`${id}-code`}>{t('check.code')}</label>
            <select
              id={`${id}-code`}
              className="ds-input"
              value={code}
              onChange={({ target }) => setCode(target.value)}
            >
              <option value="">{t('check.allCodes', { count: violations.length })}</option>
              {counts.map(([each, count]) => (
                <option key={each} value={each}>
                  {each} ({count})
                </option>
              ))}
            </select>
          </div>
          <button type="button" className="tool" onClick={() => downloadReport(violations, operations)}>
            {t('check.report')}
          </button>
        </div>
      )}
      <ViolationList
        key={code}
        violations={shown}
        operations={operations}
        hovered={hovered}
        selected={selected}
        onHover={onHover}
        onSelect={onSelect}
      />
    </section>
  );
}
