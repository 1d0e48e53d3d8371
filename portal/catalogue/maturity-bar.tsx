import { useLanguage } from '../ui/language-context.tsx';

/** A score out of 100 as a bar of ten parts; said in words as well. */
export function MaturityBar({ score }: { readonly score: number }) {
  const { t, formats } = useLanguage();
  return (
    <span className="maturity">
      <svg
        className="maturity-bar"
        viewBox="0 0 100 8"
        preserveAspectRatio="none"
        role="img"
        aria-label={`${t('themes.maturity')}: ${t('themes.scoreOf', { score })}`}
      >
        <rect width="100" height="8" rx="2" className="maturity-ground" />
        <rect width={Math.max(0, Math.min(100, score))} height="8" rx="2" className="maturity-share" />
      </svg>
      <strong aria-hidden="true">{formats.number(Math.round(score))}</strong>
    </span>
  );
}
