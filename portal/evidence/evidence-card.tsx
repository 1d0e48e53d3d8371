import { useState } from 'react';
import { Link } from 'react-router';
import { useHistory, useRecord } from '../api/queries.ts';
import type { MessageKey } from '../strings/en.ts';
import { useLanguage } from '../ui/language-context.tsx';
import { fetchDocument, hashOf, saveAs } from './document-bytes.ts';
import { type EvidenceDocument, evidenceDocument, viewerOf } from './evidence-document.ts';
import { sizeText } from './size-text.ts';

interface EvidenceCardProps {
  readonly hash: string;
  readonly open: (document: EvidenceDocument) => void;
}

/** One document: what it is, who attached it when, and that its bytes are those that were attached. */
export function EvidenceCard({ hash, open }: EvidenceCardProps) {
  const { t } = useLanguage();
  const record = useRecord('documents', hash, {});
  if (record.error !== null)
    return (
      <article className="evidence-card">
        <h3>{t('evidence.hidden')}</h3>
        <p className="help">{t('evidence.hiddenText')}</p>
        <code className="evidence-hash">{hash.slice(0, 16)}…</code>
      </article>
    );
  if (record.data === undefined)
    return (
      <article className="evidence-card" aria-busy="true">
        {t('state.loading')}
      </article>
    );
  return <KnownCard document={evidenceDocument(record.data)} open={open} />;
}

interface KnownCardProps {
  readonly document: EvidenceDocument;
  readonly open: (document: EvidenceDocument) => void;
}

function KnownCard({ document, open }: KnownCardProps) {
  const { t, language, formats } = useLanguage();
  const history = useHistory('documents', document.hash);
  const first = history.data?.at(-1);
  const { hash, title, mediaType, size, issuer, issued } = document;
  const viewer = viewerOf(document);
  return (
    <article className="evidence-card" data-kind={viewer ?? 'file'}>
      <h3>
        <Link to={`/collections/documents/items/${hash}`}>
          <bdi>{title}</bdi>
        </Link>
      </h3>
      <p className="evidence-facts">
        <span>{typeName(mediaType, t)}</span>
        <span>{sizeText(size, language)}</span>
        {issuer !== undefined && <bdi>{issuer}</bdi>}
        {issued !== undefined && <span>{formats.date(issued)}</span>}
        {document.isRestricted && <span className="evidence-mark">{t('evidence.restricted')}</span>}
      </p>
      {first !== undefined && (
        <p className="help">
          {t('evidence.attached', { time: formats.time(first.recordedAt), actor: first.actor })}
          {' · '}
          {document.isScanned ? t('evidence.clean') : t('evidence.notScanned')}
        </p>
      )}
      <p className="evidence-acts">
        {viewer !== undefined && (
          <button type="button" className="ds-button" data-variant="secondary" onClick={() => open(document)}>
            {t('evidence.open')}
            <span className="ds-sr-only"> {title}</span>
          </button>
        )}
        <BytesActs document={document} />
      </p>
    </article>
  );
}

type Check = 'busy' | 'right' | 'wrong' | 'unable' | 'failed';

/** Downloads the bytes, or hashes them here and holds the hash against the name. */
function BytesActs({ document: { hash, salt, fileName, title } }: { readonly document: EvidenceDocument }) {
  const { t } = useLanguage();
  const [check, setCheck] = useState<Check>();
  const verify = async () => {
    setCheck('busy');
    try {
      const found = await hashOf(await fetchDocument(hash), salt);
      setCheck(found === undefined ? 'unable' : found === hash ? 'right' : 'wrong');
    } catch {
      setCheck('failed');
    }
  };
  const download = () =>
    fetchDocument(hash).then(
      (bytes) => saveAs(bytes, fileName),
      () => setCheck('failed'),
    );
  return (
    <>
      <button type="button" className="ds-button" data-variant="tertiary" onClick={download}>
        {t('evidence.download')}
        <span className="ds-sr-only"> {title}</span>
      </button>
      <button
        type="button"
        className="ds-button"
        data-variant="tertiary"
        onClick={verify}
        disabled={check === 'busy'}
      >
        {t('evidence.verify')}
        <span className="ds-sr-only"> {title}</span>
      </button>
      <span className="evidence-verdict" role="status" data-verdict={check}>
        {check !== undefined && t(`evidence.check.${check}` as MessageKey)}
      </span>
      <code className="evidence-hash" title={hash}>
        {hash.slice(0, 16)}…
      </code>
    </>
  );
}

const names: Readonly<Record<string, MessageKey>> = {
  'application/pdf': 'evidence.type.pdf',
  'text/plain': 'evidence.type.text',
  'text/csv': 'evidence.type.table',
  'application/zip': 'evidence.type.archive',
};

function typeName(mediaType: string, t: ReturnType<typeof useLanguage>['t']): string {
  const key = names[mediaType];
  if (key !== undefined) return t(key);
  const [family, kind = ''] = mediaType.split('/');
  const short = kind.replace(/^x-|\+xml$/g, '').toUpperCase();
  return family === 'image'
    ? t('evidence.type.image', { kind: short })
    : t('evidence.type.other', { kind: mediaType });
}
