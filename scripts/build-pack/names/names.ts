/** A name in the languages of the system; a language in which no common form is known is left out. */
export interface Names {
  readonly az: string;
  readonly en: string;
  readonly ar?: string;
  readonly fa?: string;
}

/** Reads `az | en | ar | fa`; empty parts are left out. */
export function names(line: string): Names {
  const [az, en, ar, fa] = line.split('|').map((part) => part.trim());
  if (!az || !en) throw new Error(`a name needs az and en: ${line}`);
  return { az, en, ...(ar ? { ar } : {}), ...(fa ? { fa } : {}) };
}

/** The four names that follow a suffix pattern, such as "district of …"; languages that are missing stay missing. */
export function withWords(
  base: Names,
  pattern: Readonly<Record<'az' | 'en' | 'ar' | 'fa', (name: string) => string>>,
): Names {
  return {
    az: pattern.az(base.az),
    en: pattern.en(base.en),
    ...(base.ar ? { ar: pattern.ar(base.ar) } : {}),
    ...(base.fa ? { fa: pattern.fa(base.fa) } : {}),
  };
}
