import { useEffect, useRef, useState } from 'react';
import { useLanguage } from '../ui/language-context.tsx';
import { fetchDocument } from './document-bytes.ts';
import type { EvidenceDocument } from './evidence-document.ts';
import { ViewerStage } from './viewer-stage.tsx';
import { ZoomTools, zoomOfKey } from './zoom-tools.tsx';

/** An image as it fits, larger by buttons, keys or the wheel, moved by dragging or the arrow keys. */
export function ImageViewer({ document: shown }: { readonly document: EvidenceDocument }) {
  const { t } = useLanguage();
  const [url, setUrl] = useState<string>();
  const [hasFailed, setHasFailed] = useState(false);
  const [zoom, setZoom] = useState(1);
  const image = useRef<HTMLImageElement>(null);

  useEffect(() => {
    const abort = new AbortController();
    let made: string | undefined;
    fetchDocument(shown.hash, abort.signal).then(
      (bytes) => {
        // The type is that of the record, which the server told by the bytes; an image element runs nothing.
        made = URL.createObjectURL(new Blob([bytes], { type: shown.mediaType }));
        setUrl(made);
      },
      () => setHasFailed(!abort.signal.aborted),
    );
    return () => {
      abort.abort();
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [shown]);

  // Style attributes are refused by the Content-Security-Policy; the object model is not.
  useEffect(() => {
    if (url !== undefined) image.current?.style.setProperty('--zoom', String(zoom));
  }, [zoom, url]);

  const onKey = (key: string) => {
    const wanted = zoomOfKey(key, zoom);
    if (wanted !== undefined) setZoom(wanted);
    return wanted !== undefined;
  };
  if (hasFailed) return <p className="viewer-message">{t('evidence.viewerFailed')}</p>;
  return (
    <>
      <ZoomTools zoom={zoom} setZoom={setZoom} />
      <ViewerStage title={shown.title} onKey={onKey}>
        {url === undefined ? (
          <p className="viewer-message">{t('state.loading')}</p>
        ) : (
          <img
            ref={image}
            className="viewer-image"
            src={url}
            alt={shown.title}
            draggable={false}
            onError={() => setHasFailed(true)}
          />
        )}
      </ViewerStage>
    </>
  );
}
