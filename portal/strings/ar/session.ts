import type { session as english } from '../en/session.ts';
import type { Sentences } from '../sentences.ts';

/** Sentences of signing in and out, in Arabic. */
export const session: Sentences<typeof english> = {
  'session.title': 'الدخول بصفة مدير النظام',
  'session.text':
    'تحق الكتابة لمن يحمل رمز مدير النظام. تجده في الملف “admin-token” داخل مجلد البيانات أو في إعدادات الخادم.',
  'session.token': 'رمز مدير النظام',
  'session.help': 'يُحفظ في هذه النافذة وحدها ويزول بإغلاقها.',
  'session.signIn': 'دخول',
  'session.signOut': 'خروج',
  'session.cancel': 'إلغاء',
  'session.checking': 'جارٍ التحقق',
  'session.who': 'المنفّذ: {name}',
  'session.acting': 'يُسجَّل ما تكتبه باسم {name}.',
  'session.lapsed': 'لم يعد الخادم يقبل الرمز المستعمل. يُرجى الدخول من جديد.',
  'session.wrong.empty': 'يُرجى إدخال الرمز.',
  'session.wrong.refused': 'لا يعرف الخادم هذا الرمز. تأكد من نسخه كاملًا.',
  'session.wrong.unreachable': 'تعذّر على الخادم التحقق من الرمز. يُرجى إعادة المحاولة.',
};
