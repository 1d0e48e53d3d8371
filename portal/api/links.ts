/** A web link as the OGC APIs write it. */
export interface Link {
  readonly href: string;
  readonly rel: string;
  readonly type?: string;
  readonly title?: string;
  readonly hreflang?: string;
}

export function linkOf(links: readonly Link[] | undefined, rel: string): Link | undefined {
  return links?.find((link) => link.rel === rel);
}

/** A query parameter of the link with this relation, for example the token of `next`. */
export function parameterOfLink(
  links: readonly Link[] | undefined,
  rel: string,
  name: string,
): string | undefined {
  const link = linkOf(links, rel);
  if (link === undefined) return undefined;
  return new URL(link.href, 'http://portal.invalid').searchParams.get(name) ?? undefined;
}
