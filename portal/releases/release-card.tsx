import { Link } from 'react-router';
import type { ReleaseSummary } from '../api/releases.ts';
import { sizeText } from '../evidence/size-text.ts';
import { useLanguage } from '../ui/language-context.tsx';

interface ReleaseCardProps {
  readonly release: ReleaseSummary;
  readonly nameOf: (register: string) => string;
}

/** A release in the list: what it holds, from when, how much. */
export function ReleaseCard({ release, nameOf }: ReleaseCardProps) {
  const { t, formats, language } = useLanguage();
  const { id, registers, position, records, bytes, madeAt, withdrawn } = release;
  return (
    <li className="release-card" data-withdrawn={withdrawn !== null || undefined}>
      <h3>
        <Link to={`/releases/${id}`}>{formats.list(registers.map(nameOf))}</Link>
        {withdrawn !== null && <span className="release-mark">{t('releases.withdrawn')}</span>}
      </h3>
      <p className="release-facts">
        <span>{t('home.recordCount', { count: records })}</span>
        <span>{sizeText(bytes, language)}</span>
        <span>
          {t('releases.position')}: {formats.number(position)}
        </span>
        <span>
          {t('releases.made')}: {formats.time(madeAt)}
        </span>
      </p>
      <p className="release-hash">
        <code dir="ltr">{id.slice(0, 16)}…</code>
      </p>
    </li>
  );
}
