/** One picture on one page: all that a printed map needs of PDF (ISO 32000-1), so that no library has to travel. */
export interface PdfPicture {
  readonly jpeg: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Size of the page in points of 1/72 inch. */
  readonly pageWidth: number;
  readonly pageHeight: number;
  readonly title: string;
  /** BCP 47 tag of the language on the page. */
  readonly language: string;
}

/** Text as UTF-16 in hexadecimal, which holds every script (ISO 32000-1, 7.9.2.2). */
function hexText(text: string): string {
  let hex = 'FEFF';
  for (let i = 0; i < text.length; i++) hex += text.charCodeAt(i).toString(16).padStart(4, '0').toUpperCase();
  return `<${hex}>`;
}

export function imagePdf(picture: PdfPicture): Uint8Array<ArrayBuffer> {
  const { jpeg, widthPx, heightPx, pageWidth, pageHeight, title, language } = picture;
  const drawing = `q ${pageWidth} 0 0 ${pageHeight} 0 0 cm /Map Do Q`;
  const objects: (string | readonly [string, Uint8Array])[] = [
    `<< /Type /Catalog /Pages 2 0 R /Lang (${language}) /ViewerPreferences << /DisplayDocTitle true >> >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${pageWidth} ${pageHeight}] /Contents 4 0 R /Resources << /XObject << /Map 5 0 R >> >> >>`,
    `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
    [
      `<< /Type /XObject /Subtype /Image /Width ${widthPx} /Height ${heightPx} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>`,
      jpeg,
    ],
    `<< /Title ${hexText(title)} /Producer (Ufuq) >>`,
  ];
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  let length = 0;
  const put = (part: string | Uint8Array) => {
    const bytes = typeof part === 'string' ? encoder.encode(part) : part;
    parts.push(bytes);
    length += bytes.length;
  };
  put('%PDF-1.4\n');
  const offsets: number[] = [];
  objects.forEach((object, index) => {
    offsets.push(length);
    put(`${index + 1} 0 obj\n`);
    if (typeof object === 'string') put(object);
    else {
      put(`${object[0]}\nstream\n`);
      put(object[1]);
      put('\nendstream');
    }
    put('\nendobj\n');
  });
  const table = length;
  put(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`);
  for (const offset of offsets) put(`${String(offset).padStart(10, '0')} 00000 n \n`);
  put(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 6 0 R >>\nstartxref\n${table}\n%%EOF\n`);
  const pdf = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    pdf.set(part, at);
    at += part.length;
  }
  return pdf;
}
