import { defineCatalogue } from '../../kernel/i18n/catalogue.ts';

/** What the verb `tiles` says at the terminal. */
export const tilesCliMessages = defineCatalogue({
  en: {
    'verb.tiles': 'Write a register as an archive of vector tiles',
    'argument.tiles-register': 'Register to draw',
    'option.pmtiles': 'PMTiles file to write',
    'option.min-zoom': 'First level, 0 to 16; 0 by default',
    'option.max-zoom': 'Last level, 0 to 16; 14 by default',
    'tiles.drawing': 'drawing',
    'tiles.done':
      '✓ {register}: {tiles, plural, one {# tile} other {# tiles}}, {contents} distinct, {bytes} bytes written to {file}',
    'tiles.stopped': '✗ {file}: stopped, nothing was written',
    'tiles.zoom': 'Levels go from 0 to 16, the first not after the last: {min} to {max} cannot be drawn.',
  },
  az: {
    'verb.tiles': 'Reyestri vektor plitələr arxivi kimi yaz',
    'argument.tiles-register': 'Çəkiləcək reyestr',
    'option.pmtiles': 'Yazılacaq PMTiles faylı',
    'option.min-zoom': 'İlk səviyyə, 0–16; adətən 0',
    'option.max-zoom': 'Son səviyyə, 0–16; adətən 14',
    'tiles.drawing': 'çəkilir',
    'tiles.done':
      '✓ {register}: {tiles, plural, other {# plitə}}, {contents} fərqli, {bytes} bayt {file} faylına yazıldı',
    'tiles.stopped': '✗ {file}: dayandırıldı, heç nə yazılmadı',
    'tiles.zoom':
      'Səviyyələr 0-dan 16-yadəkdir və ilki sonuncudan sonra ola bilməz: {min}–{max} çəkilə bilməz.',
  },
  ar: {
    'verb.tiles': 'كتابة سجل كأرشيف بلاطات متجهية',
    'argument.tiles-register': 'السجل الذي يُرسم',
    'option.pmtiles': 'ملف PMTiles الذي يُكتب',
    'option.min-zoom': 'المستوى الأول، من 0 إلى 16؛ الافتراضي 0',
    'option.max-zoom': 'المستوى الأخير، من 0 إلى 16؛ الافتراضي 14',
    'tiles.drawing': 'الرسم',
    'tiles.done':
      '✓ {register}: {tiles, plural, zero {لا بلاطات} one {بلاطة واحدة} two {بلاطتان} few {# بلاطات} many {# بلاطة} other {# بلاطة}}، {contents} مختلفة، {bytes} بايت كُتبت في {file}',
    'tiles.stopped': '✗ {file}: أُوقف، ولم يُكتب شيء',
    'tiles.zoom': 'المستويات من 0 إلى 16، ولا يأتي الأول بعد الأخير: لا يمكن رسم {min} إلى {max}.',
  },
  fa: {
    'verb.tiles': 'نوشتن یک ثبت به شکل بایگانی کاشی‌های برداری',
    'argument.tiles-register': 'ثبتی که رسم می‌شود',
    'option.pmtiles': 'پروندهٔ PMTiles که نوشته می‌شود',
    'option.min-zoom': 'نخستین سطح، 0 تا 16؛ پیش‌فرض 0',
    'option.max-zoom': 'واپسین سطح، 0 تا 16؛ پیش‌فرض 14',
    'tiles.drawing': 'در حال رسم',
    'tiles.done':
      '✓ {register}: {tiles, plural, other {# کاشی}}، {contents} متمایز، {bytes} بایت در {file} نوشته شد',
    'tiles.stopped': '✗ {file}: متوقف شد، چیزی نوشته نشد',
    'tiles.zoom': 'سطح‌ها از 0 تا 16 هستند و نخستین پس از واپسین نمی‌آید: {min} تا {max} را نمی‌توان رسم کرد.',
  },
});
