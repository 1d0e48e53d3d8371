import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { sentencesOf } from '../api/problem.ts';
import { useCollections } from '../api/queries.ts';
import { startRelease } from '../api/releases.ts';
import { askToSignIn } from '../session/session.ts';
import { useSession } from '../session/use-session.ts';
import { useLanguage } from '../ui/language-context.tsx';
import { ReleaseProgress } from './release-progress.tsx';

/** The administrator chooses registers and has them released; everybody else is told who does. */
export function MakeRelease() {
  const { t } = useLanguage();
  const { session } = useSession();
  const id = useId();
  return (
    <section className="release-panel" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('releases.make')}</h2>
      {session === undefined ? (
        <>
          <p className="help">{t('releases.signInText')}</p>
          <p>
            <button type="button" className="tool" onClick={askToSignIn}>
              {t('releases.signIn')}
            </button>
          </p>
        </>
      ) : (
        <MakeForm />
      )}
    </section>
  );
}

function MakeForm() {
  const { t, language, formats } = useLanguage();
  const { data: collections } = useCollections();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [words, setWords] = useState('');
  const [licence, setLicence] = useState('');
  const [job, setJob] = useState<string>();
  const [sentences, setSentences] = useState<readonly string[]>([]);
  const id = useId();
  const found = (collections ?? [])
    .filter(
      ({ id: each, title }) =>
        chosen.includes(each) || title.toLocaleLowerCase().includes(words.trim().toLocaleLowerCase()),
    )
    .toSorted((a, b) => formats.compare(a.title, b.title));
  const toggle = (register: string) =>
    setChosen(chosen.includes(register) ? chosen.filter((each) => each !== register) : [...chosen, register]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setSentences([]);
    try {
      setJob((await startRelease(chosen, licence.trim(), { language })).id);
    } catch (error) {
      setSentences([t('releases.failed'), ...sentencesOf(error)]);
    }
  };
  return (
    <form className="release-form" onSubmit={(event) => void submit(event)}>
      <p className="help">{t('releases.makeHelp')}</p>
      <fieldset className="release-choice">
        <legend>
          {t('releases.makeRegisters')} · <span>{t('releases.chosen', { count: chosen.length })}</span>
        </legend>
        <div className="field">
          <label htmlFor={`${id}-words`}>{t('releases.makeFilter')}</label>
          <input
            id={`${id}-words`}
            className="ds-input"
            type="search"
            value={words}
            onChange={({ target }) => setWords(target.value)}
          />
        </div>
        {collections === undefined && <p role="status">{t('state.loading')}</p>}
        <ul className="release-registers">
          {found.map(({ id: register, title }) => (
            <li key={register}>
              <label>
                <input
                  type="checkbox"
                  className="ds-input"
                  checked={chosen.includes(register)}
                  onChange={() => toggle(register)}
                />
                {title}
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
      <div className="field">
        <label htmlFor={`${id}-licence`}>{t('releases.licence')}</label>
        <input
          id={`${id}-licence`}
          className="ds-input"
          dir="auto"
          value={licence}
          onChange={({ target }) => setLicence(target.value)}
        />
      </div>
      <p>
        <button type="submit" className="ds-button" disabled={chosen.length === 0}>
          {t('releases.makeDo')}
        </button>
      </p>
      {sentences.map((sentence) => (
        <p key={sentence} className="ds-validation-message" role="alert">
          {sentence}
        </p>
      ))}
      {job !== undefined && (
        <ReleaseProgress
          key={job}
          job={job}
          onMade={() => void queries.invalidateQueries({ queryKey: ['releases'] })}
        />
      )}
    </form>
  );
}
