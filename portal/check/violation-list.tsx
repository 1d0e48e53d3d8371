import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { useLanguage } from '../ui/language-context.tsx';
import type { ChangeOperation } from './change.ts';
import type { ChangeViolation } from './violation.ts';

interface ViolationListProps {
  readonly violations: readonly ChangeViolation[];
  readonly operations: readonly ChangeOperation[];
  readonly hovered: string | undefined;
  readonly selected: string | undefined;
  readonly onHover: (id: string | undefined) => void;
  readonly onSelect: (id: string | undefined) => void;
}

const shownAtFirst = 200;

/** Everything that is wrong, each a button that finds its place on the map; the map finds its line here. */
export function ViolationList({
  violations,
  operations,
  hovered,
  selected,
  onHover,
  onSelect,
}: ViolationListProps) {
  const { t, formats } = useLanguage();
  const [isWhole, setWhole] = useState(false);
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (selected === undefined) return;
    list.current?.querySelector(`[data-id="${selected}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  const shown = isWhole ? violations : violations.slice(0, shownAtFirst);
  return (
    <>
      <ol className="violations" ref={list}>
        {shown.map((violation) => (
          <li key={violation.id} data-id={violation.id} data-marked={hovered === violation.id || undefined}>
            <button
              type="button"
              className="violation"
              aria-pressed={selected === violation.id}
              onClick={() => onSelect(selected === violation.id ? undefined : violation.id)}
              onPointerEnter={() => onHover(violation.id)}
              onPointerLeave={() => onHover(undefined)}
              onFocus={() => onHover(violation.id)}
              onBlur={() => onHover(undefined)}
            >
              <span className="violation-place">{placeOf(violation, operations, t, formats.number)}</span>
              <span className="violation-sentence" dir="auto">
                {violation.sentence}
              </span>
              <code className="violation-code">
                {violation.code} · {violation.pointer || '/'}
              </code>
            </button>
            {isElsewhere(violation, operations) && (
              <Link
                className="violation-other"
                to={`/collections/${encodeURIComponent(violation.other.register)}/items/${encodeURIComponent(violation.other.record)}`}
              >
                {t('check.other', { record: violation.other.record })}
              </Link>
            )}
          </li>
        ))}
      </ol>
      {shown.length < violations.length && (
        <button type="button" className="tool" onClick={() => setWhole(true)}>
          {t('check.showAll', { count: violations.length })}
        </button>
      )}
    </>
  );
}

/** What the change itself brings has no page yet. */
function isElsewhere(
  violation: ChangeViolation,
  operations: readonly ChangeOperation[],
): violation is ChangeViolation & { readonly other: NonNullable<ChangeViolation['other']> } {
  const { other } = violation;
  return (
    other !== undefined &&
    !operations.some(({ register, id }) => register === other.register && id === other.record)
  );
}

function placeOf(
  { operation }: ChangeViolation,
  operations: readonly ChangeOperation[],
  t: ReturnType<typeof useLanguage>['t'],
  number: (value: number) => string,
): string {
  if (operation === undefined) return t('check.whole');
  const sent = operations[operation];
  const name = sent?.id ?? '';
  return t('check.place', { number: number(operation + 1), name, named: name === '' ? 'no' : 'yes' });
}
