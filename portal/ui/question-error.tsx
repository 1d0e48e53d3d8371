import { Link } from 'react-router';
import { RequestError, sentencesOf } from '../api/problem.ts';
import { useLanguage } from './language-context.tsx';
import { Notice } from './notice.tsx';

interface QuestionErrorProps {
  readonly error: unknown;
  readonly retry: () => void;
  readonly level?: 1 | 2;
}

/** Why a question has no answer: nothing there, nobody there, or refused with the server's own sentences. */
export function QuestionError({ error, retry, level = 1 }: QuestionErrorProps) {
  const { t } = useLanguage();
  const status = error instanceof RequestError ? error.status : undefined;
  if (status === 404) {
    return (
      <Notice
        level={level}
        title={t('state.notFound')}
        text={t('state.notFoundText')}
        sentences={sentencesOf(error)}
      >
        <Link className="ds-button" to="/">
          {t('state.home')}
        </Link>
      </Notice>
    );
  }
  const isSilent = status === 0;
  return (
    <Notice
      level={level}
      title={isSilent ? t('state.unreachable') : t('state.refused')}
      {...(isSilent ? { text: t('state.unreachableText') } : {})}
      sentences={sentencesOf(error)}
    >
      <button type="button" className="ds-button" onClick={retry}>
        {t('state.retry')}
      </button>
    </Notice>
  );
}
