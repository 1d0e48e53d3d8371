import { useEffect, useState } from 'react';
import { useLanguage } from '../ui/language-context.tsx';

interface CopyButtonProps {
  readonly text: string;
  /** What it is called where its sight does not say what is copied. */
  readonly label?: string;
}

const thanksMs = 2_000;

/** Puts a text on the clipboard and says so. */
export function CopyButton({ text, label }: CopyButtonProps) {
  const { t } = useLanguage();
  const [isCopied, setIsCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setIsCopied(false), thanksMs);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const copy = () => navigator.clipboard.writeText(text).then(() => setIsCopied(true));
  return (
    <button type="button" className="tool release-copy" aria-label={label} onClick={() => void copy()}>
      <span aria-live="polite">{isCopied ? t('releases.copied') : t('releases.copy')}</span>
    </button>
  );
}
