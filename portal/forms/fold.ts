const letters: Readonly<Record<string, string>> = {
  ə: 'e',
  ı: 'i',
  ğ: 'g',
  ş: 's',
  ç: 'c',
  ö: 'o',
  ü: 'u',
  ي: 'ی',
  ك: 'ک',
  ة: 'ه',
};

/** A text as people type it: without case, accents and the letters that keyboards lack. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[əığşçöüيكة]/g, (letter) => letters[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}
