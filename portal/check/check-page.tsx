import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { askToSignIn } from '../session/session.ts';
import { useSession } from '../session/use-session.ts';
import { useLanguage } from '../ui/language-context.tsx';
import { QuestionError } from '../ui/question-error.tsx';
import { useTitle } from '../ui/use-title.ts';
import { type ChangeOperation, operationsOf, readChange } from './change.ts';
import { type ChangeDraft, ChangeInput } from './change-input.tsx';
import { CheckMap } from './check-map.tsx';
import { exampleText } from './example.ts';
import { tryChange, type Verdict, type WrittenChange, writeChange } from './try-change.ts';
import { VerdictPanel } from './verdict-panel.tsx';
import type { ChangeViolation } from './violation.ts';

type Outcome = Verdict | WrittenChange;

const none: readonly ChangeViolation[] = [];
const nothing: readonly ChangeOperation[] = [];

/** The room in which a change is tried out before it is made: everything that is wrong with it, in words and on the map. */
export function CheckPage() {
  const { t, language } = useLanguage();
  useTitle(t('check.title'));
  const { session } = useSession();
  const queries = useQueryClient();
  const [draft, setDraft] = useState<ChangeDraft>({ text: '', register: '', meaning: 'create' });
  const [outcome, setOutcome] = useState<Outcome>();
  const [failure, setFailure] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const [hovered, setHovered] = useState<string>();
  const [selected, setSelected] = useState<string>();
  // A change that is edited while the server looks at it is not the one that it tells about.
  const edition = useRef(0);

  const read = useMemo(() => readChange(draft.text), [draft.text]);
  const operations = useMemo(() => {
    if (read.kind === 'batch') return read.operations;
    return read.kind === 'features' ? operationsOf(read.features, draft.register, draft.meaning) : nothing;
  }, [read, draft.register, draft.meaning]);
  const violations = outcome?.kind === 'refused' ? outcome.violations : none;

  const edit = (next: ChangeDraft) => {
    edition.current++;
    setDraft(next);
    setOutcome(undefined);
    setFailure(undefined);
    setSelected(undefined);
  };
  const ask = async (question: () => Promise<Outcome>) => {
    const asked = edition.current;
    setBusy(true);
    setFailure(undefined);
    setSelected(undefined);
    try {
      const answer = await question();
      if (asked !== edition.current && answer.kind !== 'written') return;
      setOutcome(answer);
      if (answer.kind === 'written')
        void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'basemap' });
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  const attempt = () => {
    if (session === undefined) askToSignIn();
    else void ask(() => tryChange(operations, { language }));
  };

  return (
    <div className="check-room">
      <header className="register-heading">
        <h1>{t('check.title')}</h1>
        <p className="lead">{t('check.lead')}</p>
      </header>
      <div className="check-columns">
        <div className="check-side">
          {session === undefined && (
            <p className="tools-note">
              {t('check.needsToken')}{' '}
              <button type="button" className="link-button" onClick={askToSignIn}>
                {t('session.signIn')}
              </button>
            </p>
          )}
          <ChangeInput
            draft={draft}
            read={read}
            isBusy={isBusy}
            onChange={edit}
            onExample={() => edit({ ...draft, text: exampleText })}
            onTry={attempt}
          />
          {failure !== undefined && <QuestionError level={2} error={failure} retry={attempt} />}
          {outcome !== undefined && (
            <VerdictPanel
              outcome={outcome}
              operations={operations}
              isBusy={isBusy}
              hovered={hovered}
              selected={selected}
              onHover={setHovered}
              onSelect={setSelected}
              onWrite={(legalBasis) => void ask(() => writeChange(operations, legalBasis, { language }))}
            />
          )}
        </div>
        <CheckMap
          operations={operations}
          violations={violations}
          hovered={hovered}
          selected={selected}
          onHover={setHovered}
          onSelect={setSelected}
        />
      </div>
    </div>
  );
}
