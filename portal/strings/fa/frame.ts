import type { frame as english } from '../en/frame.ts';
import type { Sentences } from '../sentences.ts';

/** Sentences of the frame around every room, in Persian. */
export const frame: Sentences<typeof english> = {
  'app.tagline': 'سامانهٔ ملی اطلاعات مکانی',
  'app.skip': 'رفتن به محتوا',
  'app.registers': 'دفترهای ثبت',
  'app.rooms': 'بخش‌های سامانه',
  'app.api': 'رابط برنامه‌نویسی باز',
  'app.language': 'زبان',
  'app.theme': 'نما',
  'theme.auto': 'مانند دستگاه',
  'theme.light': 'روشن',
  'theme.dark': 'تیره',
  'footer.sources': 'منابع',
  'footer.map':
    'نقشه از دفترهای همین سامانه کشیده شده است. خطوط مرزی همان‌گونه است که تنظیم شده و جنبهٔ راهنما دارد.',
  'footer.labels': 'هر رکورد می‌گوید واقعی، مشتق‌شده، تقریبی یا ساختگی است و از کجا آمده است.',
  'footer.machines': 'نشانی هر صفحه برای انسان و برنامه یکی است.',
  'desk.land': 'زمین و نشانی‌ها',
  'desk.permits': 'مجوزها',
  'desk.observation': 'رصد زمین',
  'desk.infrastructure': 'زیرساخت',
  'desk.spectrum': 'طیف بسامدی',
  'desk.commitments': 'تعهدات',
  'desk.services': 'خدمات',
  'desk.other': 'دفترهای دیگر',
  'state.loading': 'در حال بارگذاری',
  'state.retry': 'دوباره بیازمایید',
  'state.home': 'به صفحهٔ نخست',
  'state.notFound': 'چیزی در این نشانی نیست',
  'state.notFoundText': 'شاید رکورد یا دفتر نام دیگری دارد، یا در زمانی که پرسیدید وجود نداشته است.',
  'state.unreachable': 'کارساز پاسخ نمی‌دهد',
  'state.unreachableText': 'اتصال را بررسی کنید. آنچه می‌بینید همان‌گونه می‌ماند؛ چیزی از دست نرفته است.',
  'state.refused': 'کارساز این پرسش را نپذیرفت',
  'state.failed': 'خطایی رخ داد',
  'state.failedText': 'صفحه نشان داده نشد. شاید بارگذاری دوباره کمک کند.',
};
