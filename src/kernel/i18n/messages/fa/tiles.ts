/** Words about tiles, their grids and styles, in Persian. */
export const tiles = {
  'page.tiles': 'کاشی‌های برداری',
  'page.tile-grids': 'شبکه‌های کاشی',
  'page.styles': 'سبک‌های نقشه',
  'page.style-light': 'نقشهٔ روشن',
  'page.style-dark': 'نقشهٔ تیره',
  'violation.importance-needs-number': '"{value}" از گونهٔ {type} است؛ اهمیت به عدد نیاز دارد.',
  'violation.tile-grid': 'شبکه‌ای به نام "{value}" نیست. موجود: {allowed}.',
  'violation.tile-address':
    'شبکهٔ {grid} در ماتریس «{matrix}»، ردیف «{row}»، ستون «{column}» کاشی ندارد: آنجا حداکثر {rows} ردیف و {columns} ستون هست.',
  'violation.tile-limits':
    'داده‌ها به ماتریس «{matrix}»، ردیف «{row}»، ستون «{column}» نمی‌رسند: آنجا از ردیف {minRow} تا {maxRow} و از ستون {minColumn} تا {maxColumn} هستند.',
  'violation.tile-matrix': 'شبکهٔ {grid} ماتریس «{matrix}» ندارد؛ ماتریس‌ها از {first} تا {last} هستند.',
  'violation.tile-collections': '«{value}» ثبتی با مکان نیست. موجود: {allowed}.',
  'violation.tile-collections-limit': 'یک کاشی حداکثر {maximum} ثبت را نشان می‌دهد.',
} as const;
