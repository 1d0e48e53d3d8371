import {
  GlobalWorkerOptions,
  getDocument,
  type PDFDocumentProxy,
  version,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import { authorization, documentPath } from './document-bytes.ts';

GlobalWorkerOptions.workerSrc = workerUrl;

/** Fonts, character maps and decoders that a PDF may need; they come with the portal. */
const assets = `/portal/pdf-${version}`;

/** Opens a PDF by pieces, as pages are looked at; nothing that it carries is run. Returns how to let go of it as well. */
export function openPdf(hash: string): {
  readonly opened: Promise<PDFDocumentProxy>;
  readonly close: () => void;
} {
  const task = getDocument({
    url: documentPath(hash),
    httpHeaders: authorization(),
    isEvalSupported: false,
    enableXfa: false,
    cMapUrl: `${assets}/cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${assets}/standard_fonts/`,
    wasmUrl: `${assets}/wasm/`,
    iccUrl: `${assets}/iccs/`,
  });
  return { opened: task.promise, close: () => void task.destroy() };
}
