import anyAscii from 'any-ascii';

/**
 * Letters that are romanised here as Azerbaijani Latin would write them, so that one name in four scripts comes out
 * alike; the library that romanises all other letters follows English (kh, sh, gh) and leaves the Arabic alef out.
 */
const letters: Readonly<Record<string, string>> = {
  ...{
    ا: 'a',
    ع: '',
    ه: 'h',
    ث: 's',
    ش: 's',
    خ: 'x',
    ذ: 'z',
    ض: 'z',
    ظ: 'z',
    غ: 'g',
    ج: 'c',
    چ: 'c',
    ژ: 'j',
  },
  ...{ ә: 'e', ө: 'o', ү: 'u', ҹ: 'c', ҝ: 'g', ғ: 'g', һ: 'h', ј: 'y', ы: 'i', ь: '', ъ: '', ш: 's', ч: 'c' },
  ...{ х: 'x', ж: 'j', щ: 's', ё: 'o', э: 'e' },
};
const letterPattern = new RegExp(`[${Object.keys(letters).join('')}]`, 'gu');

/** One letter for each that Arabic and Persian keyboards write in several ways. */
const variants: Readonly<Record<string, string>> = {
  ...{ آ: 'ا', أ: 'ا', إ: 'ا', ٱ: 'ا', ء: '', ؤ: 'و', ئ: 'ي', ى: 'ي', ی: 'ي', ې: 'ي' },
  ...{ ک: 'ك', ة: 'ه', ۀ: 'ه', ە: 'ه', ہ: 'ه' },
};
const variantPattern = new RegExp(`[${Object.keys(variants).join('')}]`, 'gu');

/** Vowel marks and tatweel. */
const marks = /[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]/gu;
/** Joiners, and apostrophes of every kind. */
const joints = /[\u200b-\u200f'’‘ʼʻ`´"]/gu;

/** A final ه after a consonant is the vowel that Azerbaijani writes as ə or a; in Persian also before a joint inside a word. */
const vowelHe = /(?<=[^\P{L}اوي])ه(?=\u200c|$|[^\p{L}\p{M}\u200c])/gu;
/** Persian writes a و after خ that nobody has said for centuries. */
const silentWaw = /خوا/gu;

const isArabic = /\p{Script=Arabic}/u;
const article = /^ال(?=.{3})/u;

/** A word without case, accents and script. */
export interface FoldedWord {
  /** Latin letters and digits: what two spellings of it in one script share. */
  readonly key: string;
  /** The key without the Arabic article, which names have in Arabic alone. */
  readonly bare: string;
  readonly isArabic: boolean;
}

const longestWord = 80;

/** The words of a text in any script, folded to Latin letters and digits. Never throws; what has no letter is left out. */
export function foldWords(text: string): readonly FoldedWord[] {
  const plain = text
    .normalize('NFKC')
    .replace(marks, '')
    .replace(variantPattern, (letter) => variants[letter]!)
    .replace(vowelHe, 'ا')
    .replace(silentWaw, 'خا')
    .replace(joints, '');
  const words: FoldedWord[] = [];
  for (const [word] of plain.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const key = latin(word);
    if (key === '') continue;
    const arabic = isArabic.test(word);
    words.push({ key, bare: arabic ? latin(word.replace(article, '')) : key, isArabic: arabic });
  }
  return words;
}

function latin(word: string): string {
  const plain = word.toLowerCase().replace(letterPattern, (letter) => letters[letter]!);
  return anyAscii(plain)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '')
    .slice(0, longestWord);
}

/** Words written as one, as one script writes what another parts: "Hacıqabul", "حاجي قابول". */
export function joined(words: readonly FoldedWord[]): FoldedWord | undefined {
  if (words.length === 0) return undefined;
  const key = words.map((word) => word.key).join('');
  const rest = key.slice(words[0]!.key.length);
  return {
    key: key.slice(0, longestWord),
    bare: `${words[0]!.bare}${rest}`.slice(0, longestWord),
    isArabic: words.some((word) => word.isArabic),
  };
}

/** A text as one folded line, for equality and order. */
export function foldText(text: string): string {
  return foldWords(text)
    .map(({ key }) => key)
    .join(' ');
}
