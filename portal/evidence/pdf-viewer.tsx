import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useLanguage } from '../ui/language-context.tsx';
import type { EvidenceDocument } from './evidence-document.ts';
import { openPdf } from './pdf-document.ts';
import { PdfPage } from './pdf-page.tsx';
import { ViewerStage } from './viewer-stage.tsx';
import { ZoomTools, zoomOfKey } from './zoom-tools.tsx';

/** A PDF page by page: PageUp and PageDown turn, + and − change the size, the arrows move. */
export function PdfViewer({ document: shown }: { readonly document: EvidenceDocument }) {
  const { t } = useLanguage();
  const [pdf, setPdf] = useState<PDFDocumentProxy>();
  const [hasFailed, setHasFailed] = useState(false);
  const [page, setPage] = useState(1);
  const [zoom, setZoom] = useState(1);
  const stage = useRef<HTMLElement>(null);
  const fail = useCallback(() => setHasFailed(true), []);

  useEffect(() => {
    let isOver = false;
    const { opened, close } = openPdf(shown.hash);
    opened.then(
      (document) => !isOver && setPdf(document),
      () => setHasFailed(!isOver),
    );
    return () => {
      isOver = true;
      close();
    };
  }, [shown]);

  const count = pdf?.numPages ?? 0;
  const turn = (to: number) => {
    if (to < 1 || to > count) return;
    setPage(to);
    stage.current?.scrollTo({ top: 0 });
  };
  const pages: Readonly<Record<string, number>> = {
    PageDown: page + 1,
    PageUp: page - 1,
    Home: 1,
    End: count,
  };
  const onKey = (key: string) => {
    const wanted = zoomOfKey(key, zoom);
    if (pages[key] !== undefined) turn(pages[key]);
    else if (wanted !== undefined) setZoom(wanted);
    return pages[key] !== undefined || wanted !== undefined;
  };
  if (hasFailed) return <p className="viewer-message">{t('evidence.viewerFailed')}</p>;
  return (
    <>
      <ZoomTools zoom={zoom} setZoom={setZoom}>
        <button type="button" className="tool" onClick={() => turn(page - 1)} disabled={page <= 1}>
          {t('evidence.previousPage')}
        </button>
        <span className="viewer-place" role="status">
          {t('evidence.pageOf', { page, count })}
        </span>
        <button type="button" className="tool" onClick={() => turn(page + 1)} disabled={page >= count}>
          {t('evidence.nextPage')}
        </button>
      </ZoomTools>
      <ViewerStage ref={stage} title={shown.title} onKey={onKey}>
        {pdf === undefined ? (
          <p className="viewer-message">{t('state.loading')}</p>
        ) : (
          <PdfPage pdf={pdf} number={page} zoom={zoom} onFailure={fail} />
        )}
      </ViewerStage>
    </>
  );
}
