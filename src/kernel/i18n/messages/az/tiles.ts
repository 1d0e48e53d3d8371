/** Words about tiles, their grids and styles, in Azerbaijani. */
export const tiles = {
  'page.tiles': 'Vektor plitələr',
  'page.tile-grids': 'Plitə şəbəkələri',
  'page.styles': 'Xəritə üslubları',
  'page.style-light': 'Açıq xəritə',
  'page.style-dark': 'Tünd xəritə',
  'violation.importance-needs-number': '"{value}" sahəsinin növü {type}; əhəmiyyət üçün ədəd lazımdır.',
  'violation.tile-grid': '"{value}" adlı şəbəkə yoxdur. Olanlar: {allowed}.',
  'violation.tile-address':
    '{grid} şəbəkəsində "{matrix}" matrisi, "{row}" sətri, "{column}" sütunu olan plitə yoxdur: orada ən çoxu {rows} sətir və {columns} sütun var.',
  'violation.tile-limits':
    'Verilənlər "{matrix}" matrisində "{row}" sətrinə, "{column}" sütununa çatmır: orada onlar {minRow}–{maxRow} sətirlərində və {minColumn}–{maxColumn} sütunlarındadır.',
  'violation.tile-matrix':
    '{grid} şəbəkəsində "{matrix}" matrisi yoxdur; onlar {first} ilə {last} arasındadır.',
  'violation.tile-collections': '"{value}" yeri olan reyestr deyil. Olanlar: {allowed}.',
  'violation.tile-collections-limit': 'Bir plitə ən çoxu {maximum} reyestr göstərə bilər.',
} as const;
