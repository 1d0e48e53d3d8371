import { useQueryClient } from '@tanstack/react-query';
import { type DragEvent, type FormEvent, useId, useRef, useState } from 'react';
import { RequestError } from '../api/problem.ts';
import { signInAgain } from '../session/session.ts';
import { useSession } from '../session/use-session.ts';
import { useLanguage } from '../ui/language-context.tsx';
import { sizeText } from './size-text.ts';
import { type Upload, uploadDocument } from './upload.ts';

interface AttachFormProps {
  readonly register: string;
  readonly record: string;
}

/** Takes a file by drag and drop or by choosing, says what it is, sends it; it can be stopped while it travels. */
export function AttachForm({ register, record }: AttachFormProps) {
  const { t, language, formats } = useLanguage();
  const { session } = useSession();
  const queries = useQueryClient();
  const [file, setFile] = useState<File>();
  const [title, setTitle] = useState('');
  const [source, setSource] = useState('');
  const [isRestricted, setIsRestricted] = useState(false);
  const [share, setShare] = useState<number>();
  const [message, setMessage] = useState<string>();
  const [isOver, setIsOver] = useState(false);
  const upload = useRef<Upload>(undefined);
  const id = useId();

  const choose = (chosen: File | undefined) => {
    if (chosen === undefined) return;
    setFile(chosen);
    setTitle(chosen.name.replace(/\.[^.]+$/, ''));
    setMessage(undefined);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    choose(event.dataTransfer.files[0]);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (file === undefined) return;
    setShare(0);
    setMessage(undefined);
    const secrecy = isRestricted ? 'restricted' : 'public';
    upload.current = uploadDocument(
      file,
      { to: `${register}/${record}`, title, source, secrecy },
      language,
      setShare,
    );
    try {
      await upload.current.done;
      setFile(undefined);
      setSource('');
      setMessage(t('evidence.done'));
      await queries.invalidateQueries({
        predicate: ({ queryKey }) => ['record', 'history'].includes(String(queryKey[0])),
      });
    } catch (error) {
      if (error instanceof RequestError && error.status === 401) signInAgain(session?.token);
      setMessage(failureText(error, t));
    } finally {
      setShare(undefined);
    }
  };

  return (
    <form className="attach" onSubmit={submit}>
      <h3>{t('evidence.attach')}</h3>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the file input inside does the same by keyboard. */}
      <div
        className="attach-zone"
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
      >
        <span aria-hidden="true">{t('evidence.drop')}</span>
        <label className="ds-button" data-variant="secondary" htmlFor={`${id}-file`}>
          {t('evidence.choose')}
        </label>
        <input
          id={`${id}-file`}
          className="ds-sr-only"
          type="file"
          onChange={({ target }) => choose(target.files?.[0])}
        />
      </div>
      {file !== undefined && (
        <>
          <p className="help">
            <bdi>{file.name}</bdi> · {sizeText(file.size, language)}
          </p>
          <div className="field">
            <label htmlFor={`${id}-title`}>{t('evidence.documentTitle')}</label>
            <input
              id={`${id}-title`}
              className="ds-input"
              required
              maxLength={500}
              value={title}
              onChange={({ target }) => setTitle(target.value)}
            />
          </div>
          <div className="field">
            <label htmlFor={`${id}-source`}>{t('evidence.source')}</label>
            <input
              id={`${id}-source`}
              className="ds-input"
              maxLength={1000}
              value={source}
              onChange={({ target }) => setSource(target.value)}
            />
          </div>
          <label className="attach-check">
            <input
              type="checkbox"
              checked={isRestricted}
              onChange={({ target }) => setIsRestricted(target.checked)}
            />
            {t('evidence.keepFromPublic')}
          </label>
          {share === undefined ? (
            <button type="submit" className="ds-button">
              {t('evidence.send')}
            </button>
          ) : (
            <p className="attach-progress">
              <progress max={1} value={share} aria-label={t('evidence.sending')} />
              <span>{formats.number(Math.round(share * 100))} %</span>
              <button
                type="button"
                className="ds-button"
                data-variant="secondary"
                onClick={() => upload.current?.cancel()}
              >
                {t('evidence.stop')}
              </button>
            </p>
          )}
        </>
      )}
      <p role="status" className="attach-message">
        {message}
      </p>
    </form>
  );
}

function failureText(error: unknown, t: ReturnType<typeof useLanguage>['t']): string {
  if (error instanceof DOMException && error.name === 'AbortError') return t('evidence.stopped');
  if (!(error instanceof RequestError)) return t('evidence.failed');
  const { problem } = error;
  const reasons = problem?.errors?.map(({ detail }) => detail) ?? [];
  return [problem?.detail ?? t('evidence.failed'), ...reasons].join(' ');
}
