/** Told what stands in an XML document, in order. Names come without their prefix. */
export interface XmlHandler {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  text(text: string): void;
}

/** Thrown where the text is not well formed; `at` counts characters from the start. */
export class XmlError extends Error {
  readonly at: number;
  constructor(message: string, at: number) {
    super(message);
    this.name = 'XmlError';
    this.at = at;
  }
}

const longestTag = 1 << 20;
const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/**
 * A push parser for documents of any size: give it pieces of text. Declarations are skipped and entities of one's own are
 * not known, so no document can expand itself.
 */
export class XmlParser {
  readonly #handler: XmlHandler;
  readonly #open: string[] = [];
  #held = '';
  #consumed = 0;

  constructor(handler: XmlHandler) {
    this.#handler = handler;
  }

  /** True where every element that was opened was closed. */
  get isComplete(): boolean {
    return this.#open.length === 0 && this.#held.trim() === '';
  }

  write(piece: string): void {
    const text = this.#held + piece;
    let at = 0;
    while (at < text.length) {
      const tag = text.indexOf('<', at);
      if (tag < 0) {
        // An entity may be cut in two: keep what follows the last ampersand.
        const cut = text.lastIndexOf('&');
        const end = cut >= at && text.length - cut < 12 ? cut : text.length;
        this.#text(text.slice(at, end));
        at = end;
        break;
      }
      if (tag > at) this.#text(text.slice(at, tag));
      const end = this.#markup(text, tag);
      at = end < 0 ? tag : end;
      if (end < 0) break;
    }
    this.#consumed += at;
    this.#held = text.slice(at);
    if (
      this.#held.length > longestTag &&
      !this.#held.startsWith('<![CDATA[') &&
      !this.#held.startsWith('<!--')
    ) {
      throw new XmlError('markup does not end', this.#consumed);
    }
  }

  /** Place after the markup at `tag`, -1 where more text is needed. */
  #markup(text: string, tag: number): number {
    if (text.startsWith('<!--', tag)) return after(text, '-->', tag + 4);
    if (text.startsWith('<?', tag)) return after(text, '?>', tag + 2);
    if (text.startsWith('<![CDATA[', tag)) {
      const end = text.indexOf(']]>', tag + 9);
      if (end >= 0) this.#handler.text(text.slice(tag + 9, end));
      return end < 0 ? -1 : end + 3;
    }
    if ('<![CDATA['.startsWith(text.slice(tag)) || '<!--'.startsWith(text.slice(tag))) return -1;
    if (text.startsWith('<!', tag)) return doctypeEnd(text, tag);
    const end = tagEnd(text, tag + 1);
    if (end < 0) return -1;
    const body = text.slice(tag + 1, end);
    if (body.startsWith('/')) this.#close(body.slice(1).trim(), tag);
    else this.#start(body, tag);
    return end + 1;
  }

  #start(body: string, at: number): void {
    const isEmpty = body.endsWith('/');
    const match = /^([^\s/>]+)/.exec(body);
    if (!match) throw new XmlError('element without a name', this.#consumed + at);
    const attributes: Record<string, string> = {};
    for (const [, name, double, single] of body.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
      attributes[local(name!)] = decoded(double ?? single ?? '');
    }
    const name = local(match[1]!);
    this.#handler.open(name, attributes);
    if (isEmpty) this.#handler.close(name);
    else this.#open.push(match[1]!);
  }

  #close(name: string, at: number): void {
    const expected = this.#open.pop();
    if (expected !== name)
      throw new XmlError(`</${name}> where </${expected ?? ''}> is due`, this.#consumed + at);
    this.#handler.close(local(name));
  }

  #text(text: string): void {
    if (this.#open.length > 0) this.#handler.text(decoded(text));
  }
}

function after(text: string, mark: string, from: number): number {
  const end = text.indexOf(mark, from);
  return end < 0 ? -1 : end + mark.length;
}

/** End of a tag; a `>` inside an attribute value does not count. */
function tagEnd(text: string, from: number): number {
  let quote = 0;
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 0x22 || code === 0x27) quote = code;
    else if (code === 0x3e) return i;
  }
  return -1;
}

function doctypeEnd(text: string, from: number): number {
  let depth = 0;
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x5b) depth++;
    else if (code === 0x5d) depth--;
    else if (code === 0x3e && depth <= 0) return i + 1;
  }
  return -1;
}

function local(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name] ?? whole;
    const code =
      name[1] === 'x' || name[1] === 'X' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** Text as it stands in an XML element or attribute; characters that XML 1.0 cannot hold are left out. */
export function xmlText(text: string): string {
  return text
    .replace(/\p{Cc}|[\ufffe\uffff]/gu, (character) => ('\t\n\r'.includes(character) ? character : ''))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
}
