import { useCollections } from '../api/queries.ts';
import { useLanguage } from '../ui/language-context.tsx';
import { QuestionError } from '../ui/question-error.tsx';
import { useTitle } from '../ui/use-title.ts';
import { DeskCards } from './desk-cards.tsx';

/** All registers, without the map. */
export function RegistersPage() {
  const { t } = useLanguage();
  const collections = useCollections();
  useTitle(t('app.registers'));
  return (
    <div className="desks">
      <h1>{t('home.registers')}</h1>
      {collections.error !== null ? (
        <QuestionError level={2} error={collections.error} retry={() => void collections.refetch()} />
      ) : (
        <DeskCards collections={collections.data} />
      )}
    </div>
  );
}
