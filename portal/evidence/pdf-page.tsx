import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { TextLayer } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useRef } from 'react';
import { useLanguage } from '../ui/language-context.tsx';

interface PdfPageProps {
  readonly pdf: PDFDocumentProxy;
  readonly number: number;
  /** 1 fits the width of the window. */
  readonly zoom: number;
  readonly onFailure: () => void;
}

/** CSS pixels of a page at zoom 1, where the window has that much room. */
const readingWidth = 900;

/** Largest side of the drawing surface, which browsers limit. */
const longestSide = 8192;

/** One page as it looks, with its words over it for who selects, searches or listens. */
export function PdfPage({ pdf, number, zoom, onFailure }: PdfPageProps) {
  const { t } = useLanguage();
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const words = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let isOver = false;
    let cancel = () => {};
    const draw = async () => {
      const page = await pdf.getPage(number);
      const [sheet, box, layer] = [canvas.current, frame.current, words.current];
      if (isOver || !sheet || !box || !layer) return;
      const natural = page.getViewport({ scale: 1 });
      const room = Math.min((box.parentElement?.clientWidth ?? natural.width) - 32, readingWidth);
      const viewport = page.getViewport({ scale: (room / natural.width) * zoom });
      const sharpness = Math.min(devicePixelRatio, longestSide / Math.max(viewport.width, viewport.height));
      sheet.width = Math.floor(viewport.width * sharpness);
      sheet.height = Math.floor(viewport.height * sharpness);
      box.style.setProperty('--total-scale-factor', String(viewport.scale));
      for (const [name, value] of [
        ['width', viewport.width],
        ['height', viewport.height],
      ] as const)
        box.style.setProperty(name, `${value}px`);
      const drawing = page.render({ canvas: sheet, viewport, transform: [sharpness, 0, 0, sharpness, 0, 0] });
      layer.replaceChildren();
      const text = new TextLayer({ textContentSource: page.streamTextContent(), container: layer, viewport });
      cancel = () => {
        drawing.cancel();
        text.cancel();
      };
      await Promise.all([drawing.promise, text.render()]);
      box.dataset.drawn = String(number);
    };
    draw().catch((error: Error) => {
      if (!isOver && error.name !== 'RenderingCancelledException' && error.name !== 'AbortException')
        onFailure();
    });
    return () => {
      isOver = true;
      cancel();
    };
  }, [pdf, number, zoom, onFailure]);

  return (
    <div className="pdf-page" ref={frame} dir="ltr">
      <canvas ref={canvas} role="img" aria-label={t('evidence.page', { page: number })} />
      <div className="textLayer" ref={words} />
    </div>
  );
}
