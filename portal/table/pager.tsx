import { useLocation } from 'react-router';
import type { ItemsPage } from '../api/items.ts';
import { parameterOfLink } from '../api/links.ts';
import type { QuestionState } from '../pages/register-question.ts';
import { useLanguage } from '../ui/language-context.tsx';

interface PagerProps {
  readonly page: ItemsPage;
  readonly state: QuestionState;
}

/** Next, previous, first: the server's own `next` link decides whether there is more. */
export function Pager({ page, state }: PagerProps) {
  const { t, formats } = useLanguage();
  const location = useLocation();
  const trail = (location.state as { trail?: (string | null)[] } | null)?.trail ?? [];
  const { token } = state.question;
  const next = parameterOfLink(page.links, 'next', 'token');
  const count = formats.number(page.features.length);
  const { numberMatched } = page;
  const isWhole = numberMatched === undefined || numberMatched === page.features.length;
  const back = () => {
    const former = trail.at(-1);
    state.turnTo(former ?? undefined, trail.slice(0, -1));
  };
  return (
    <nav className="pager" aria-label={t('table.pages')}>
      <p aria-live="polite">
        {isWhole
          ? t('table.matched', { count: page.features.length })
          : t('table.matchedSome', { count, total: formats.number(numberMatched) })}
        {trail.length > 0 && ` · ${t('table.page', { page: trail.length + 1 })}`}
      </p>
      {token !== undefined && trail.length === 0 && (
        <PagerButton name={t('table.first')} act={() => state.turnTo(undefined, [])} />
      )}
      {trail.length > 0 && <PagerButton name={t('table.previous')} act={back} />}
      {next !== undefined && (
        <PagerButton name={t('table.next')} act={() => state.turnTo(next, [...trail, token ?? null])} />
      )}
    </nav>
  );
}

function PagerButton({ name, act }: { readonly name: string; readonly act: () => void }) {
  return (
    <button type="button" className="tool" onClick={act}>
      {name}
    </button>
  );
}
