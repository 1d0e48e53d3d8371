import type { session as english } from '../en/session.ts';
import type { Sentences } from '../sentences.ts';

/** Sentences of signing in and out, in Persian. */
export const session: Sentences<typeof english> = {
  'session.title': 'ورود به‌عنوان مدیر سامانه',
  'session.text':
    'دارندهٔ رمز مدیر سامانه حق نوشتن دارد. رمز در پروندهٔ “admin-token” در پوشهٔ داده‌ها یا در تنظیمات کارساز است.',
  'session.token': 'رمز مدیر سامانه',
  'session.help': 'تنها در همین پنجره نگه داشته می‌شود و با بستن آن از میان می‌رود.',
  'session.signIn': 'ورود',
  'session.signOut': 'خروج',
  'session.cancel': 'انصراف',
  'session.checking': 'در حال بررسی',
  'session.who': 'عمل‌کننده: {name}',
  'session.acting': 'آنچه می‌نویسید به نام {name} ثبت می‌شود.',
  'session.lapsed': 'کارساز دیگر رمز به‌کاررفته را نمی‌پذیرد. لطفاً دوباره وارد شوید.',
  'session.wrong.empty': 'لطفاً رمز را وارد کنید.',
  'session.wrong.refused': 'کارساز این رمز را نمی‌شناسد. بررسی کنید که کامل رونوشت شده باشد.',
  'session.wrong.unreachable': 'کارساز نتوانست رمز را بررسی کند. لطفاً دوباره بیازمایید.',
};
