import type { PortalFeature } from '../api/items.ts';

/** A document as its record describes it. */
export interface EvidenceDocument {
  /** SHA-256 of its bytes, of a restricted document with its salt before them. */
  readonly hash: string;
  /** Hexadecimal. */
  readonly salt: string | undefined;
  readonly title: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  readonly fileName: string;
  readonly isScanned: boolean;
  readonly isRestricted: boolean;
  readonly issuer: string | undefined;
  readonly issued: string | undefined;
  readonly label: string | undefined;
}

const viewable: Readonly<Record<string, 'image' | 'pdf'>> = {
  'image/png': 'image',
  'image/jpeg': 'image',
  'image/gif': 'image',
  'image/webp': 'image',
  'image/avif': 'image',
  'application/pdf': 'pdf',
};

/** How a document can be looked at here; undefined for what is only downloaded. */
export function viewerOf({ mediaType }: EvidenceDocument): 'image' | 'pdf' | undefined {
  return viewable[mediaType];
}

export function evidenceDocument({ id, properties }: PortalFeature): EvidenceDocument {
  const text = (name: string) => (typeof properties[name] === 'string' ? properties[name] : undefined);
  return {
    hash: id,
    salt: text('salt'),
    title: text('title') ?? id.slice(0, 12),
    mediaType: text('media_type') ?? 'application/octet-stream',
    size: Number(properties.size ?? 0),
    fileName: text('file_name') ?? text('title') ?? id,
    isScanned: properties.scan === 'clean',
    isRestricted: properties.secrecy === 'restricted',
    issuer: text('issuer'),
    issued: text('issued'),
    label: text('label'),
  };
}
