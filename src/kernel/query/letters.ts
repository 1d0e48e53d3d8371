import sql, { type Sql } from 'sql-template-tag';

/**
 * Letters made equal for CASEI and ACCENTI, once in SQL and once in JavaScript, because both must give the same
 * answer. Case goes up and down again with Unicode's full mappings in no particular language (ß meets SS, final ς meets
 * σ). The four i's of Turkic alphabets (I, ı, İ, i) become one, since neither pair is right for every language.
 */
export function foldCase(text: string): string {
  return text.toUpperCase().toLowerCase().replaceAll('ς', 'σ').replaceAll('i\u0307', 'i');
}

/** The SQL twin of `foldCase`; ICU's root collation is in PostgreSQL and in PGlite alike. */
export function foldCaseSql(text: Sql): Sql {
  const lower = sql`lower(upper(${text} collate "und-x-icu") collate "und-x-icu")`;
  return sql`(replace(replace(${lower}, 'ς', 'σ'), 'i\u0307', 'i') collate "C")`;
}

export function lowerSql(text: Sql): Sql {
  return sql`(lower(${text} collate "und-x-icu") collate "C")`;
}

export function upperSql(text: Sql): Sql {
  return sql`(upper(${text} collate "und-x-icu") collate "C")`;
}

/** Marks that are accents: of Latin, Greek and Cyrillic letters, Hebrew points and Arabic signs; not Indic vowels. */
const marks =
  '\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670' +
  '\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f';
const markPattern = new RegExp(`[${marks}]`, 'g');

/** Letters whose stroke is no separate mark in Unicode, and what they are without it. */
const stroked = 'ØøŁłĐđĦħŦŧƵƶɆɇƗɨıȺⱥɃƀ';
const plain = 'OoLlDdHhTtZzEeIiiAaBb';

/** The text without accents: canonical decomposition, marks dropped, strokes removed, composed again. */
export function foldAccents(text: string): string {
  const bare = text.normalize('NFD').replace(markPattern, '').normalize('NFC');
  return bare.replace(/[\u00d8-\u2c65]/g, (letter) => {
    const at = stroked.indexOf(letter);
    return at < 0 ? letter : plain[at]!;
  });
}

/** The SQL twin of `foldAccents`. */
export function foldAccentsSql(text: Sql): Sql {
  const bare = sql`regexp_replace(normalize(${text}, NFD) collate "C", ${`[${marks}]`}::text, '', 'g')`;
  return sql`(translate(normalize(${bare}, NFC), ${stroked}::text, ${plain}::text) collate "C")`;
}
