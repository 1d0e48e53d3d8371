const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Texts of all elements of a name in an answer of S3: flat documents without CDATA, comments or nested names alike. */
export function textsOf(xml: string, element: string): string[] {
  const pattern = new RegExp(`<${element}>([^<]*)</${element}>`, 'g');
  return [...xml.matchAll(pattern)].map(([, text]) =>
    text!.replace(/&(?:#(\d+)|(\w+));/g, (all, code: string | undefined, name: string) =>
      code ? String.fromCodePoint(Number(code)) : (entities[name] ?? all),
    ),
  );
}
