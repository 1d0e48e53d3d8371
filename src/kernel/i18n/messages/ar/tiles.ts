/** Words about tiles, their grids and styles, in Arabic. */
export const tiles = {
  'page.tiles': 'بلاطات متجهية',
  'page.tile-grids': 'شبكات البلاطات',
  'page.styles': 'أنماط الخريطة',
  'page.style-light': 'خريطة فاتحة',
  'page.style-dark': 'خريطة داكنة',
  'violation.importance-needs-number': '"{value}" من النوع {type}؛ الأهمية تحتاج إلى رقم.',
  'violation.tile-grid': 'لا توجد شبكة باسم "{value}". المتاح: {allowed}.',
  'violation.tile-address':
    'لا توجد في الشبكة {grid} بلاطة عند المصفوفة "{matrix}" والصف "{row}" والعمود "{column}": فيها {rows} صفًا و{columns} عمودًا على الأكثر.',
  'violation.tile-limits':
    'لا تصل البيانات إلى المصفوفة "{matrix}" والصف "{row}" والعمود "{column}": تمتد هناك من الصف {minRow} إلى {maxRow} ومن العمود {minColumn} إلى {maxColumn}.',
  'violation.tile-matrix': 'لا توجد في الشبكة {grid} مصفوفة "{matrix}"؛ المصفوفات من {first} إلى {last}.',
  'violation.tile-collections': '"{value}" ليس سجلًا له مواضع. المتاح: {allowed}.',
  'violation.tile-collections-limit': 'يمكن للبلاطة أن تعرض {maximum} سجلات على الأكثر.',
} as const;
