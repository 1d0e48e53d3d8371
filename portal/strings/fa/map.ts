import type { map as english } from '../en/map.ts';
import type { Sentences } from '../sentences.ts';

/** Sentences of maps, in Persian. */
export const map: Sentences<typeof english> = {
  'map.region': 'نقشه',
  'map.loading': 'بارگذاری نقشه',
  'map.failed': 'نقشه در این مرورگر کشیده نمی‌شود. جدول همان رکوردها را نشان می‌دهد.',
  'map.together':
    '{total, plural, one {# رکورد} other {# رکورد}}. جایی که به هم نزدیک‌اند با هم رسم می‌شوند: برای دیدن هر یک بزرگ‌نمایی کنید.',
  'map.all': '{total, plural, =0 {رکوردی اینجا نیست} other {# رکورد نشان داده شده است}}',
  'map.legend': 'راهنمای نقشه',
  'map.updating': 'در حال به‌روزرسانی',
  'map.open': 'باز کردن رکورد',
  'map.close': 'بستن',
  'map.fit': 'نمایش همه',
  'map.zoomIn': 'نزدیک‌تر',
  'map.zoomOut': 'دورتر',
  'map.north': 'شمال رو به بالا',
  'map.wheel': 'برای بزرگ‌نمایی نقشه هنگام پیمایش Ctrl را نگه دارید',
  'map.wheelMac': 'برای بزرگ‌نمایی نقشه هنگام پیمایش ⌘ را نگه دارید',
  'map.touch': 'نقشه را با دو انگشت جابه‌جا کنید',
  'map.limitToView': 'تنها آنچه نقشه نشان می‌دهد',
  'map.noPlace': 'رکوردهای این دفتر جایی روی نقشه ندارند.',
  'map.recordWithoutPlace': 'این رکورد جایی روی نقشه ندارد.',
};
