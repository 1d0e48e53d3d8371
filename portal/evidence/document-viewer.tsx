import { lazy, Suspense, useEffect, useId, useRef } from 'react';
import { useLanguage } from '../ui/language-context.tsx';
import { type EvidenceDocument, viewerOf } from './evidence-document.ts';
import { ImageViewer } from './image-viewer.tsx';

const PdfViewer = lazy(() =>
  import('./pdf-viewer.tsx').then(
    (room) => ({ default: room.PdfViewer }),
    () => ({ default: ViewerMissing }),
  ),
);

interface DocumentViewerProps {
  readonly document: EvidenceDocument;
  readonly close: () => void;
}

/** Shows an image or a PDF over the page; Escape leads back to where one was. */
export function DocumentViewer({ document, close }: DocumentViewerProps) {
  const { t } = useLanguage();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    if (element?.open === false) element.showModal();
  }, []);
  return (
    <dialog ref={dialog} className="viewer" aria-labelledby={`${id}-title`} onClose={close}>
      <header className="viewer-head">
        <h2 id={`${id}-title`}>
          <bdi>{document.title}</bdi>
        </h2>
        <button
          type="button"
          className="ds-button"
          data-variant="secondary"
          onClick={() => dialog.current?.close()}
        >
          {t('evidence.close')}
        </button>
      </header>
      {viewerOf(document) === 'pdf' ? (
        <Suspense fallback={<p className="viewer-message">{t('state.loading')}</p>}>
          <PdfViewer document={document} />
        </Suspense>
      ) : (
        <ImageViewer document={document} />
      )}
    </dialog>
  );
}

function ViewerMissing(_: { readonly document: EvidenceDocument }) {
  const { t } = useLanguage();
  return <p className="viewer-message">{t('evidence.viewerFailed')}</p>;
}
