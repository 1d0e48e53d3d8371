import { languages } from '../i18n/language.ts';
import type { Setting } from './setting.ts';

/** Where the server listens, what it stores where, and whom it believes. */
export const serverSettings: readonly Setting[] = [
  {
    name: 'data',
    type: 'text',
    default: './ufuq-data',
    placeholder: 'DIR',
    description: {
      az: 'Məlumat qovluğu: daxili baza, inzibatçı açarı və kilid',
      en: 'Data folder: the embedded store, the administrator token and the lock',
      ar: 'مجلد البيانات: المخزن المضمّن ورمز المسؤول والقفل',
      fa: 'پوشهٔ داده: پایگاه درونی، رمز مدیر و قفل',
    },
  },
  {
    name: 'database',
    type: 'text',
    default: undefined,
    placeholder: 'URL',
    isSecret: true,
    description: {
      az: 'PostGIS olan PostgreSQL serveri (postgres://…), daxili bazanın əvəzinə',
      en: 'PostgreSQL server with PostGIS (postgres://…) in place of the embedded store',
      ar: 'خادم PostgreSQL مع PostGIS (postgres://…) بدلًا من المخزن المضمّن',
      fa: 'سرور PostgreSQL با PostGIS (postgres://…) به‌جای پایگاه درونی',
    },
  },
  {
    name: 'host',
    type: 'text',
    default: '127.0.0.1',
    placeholder: 'ADDRESS',
    description: {
      az: 'Serverin dinlədiyi ünvan',
      en: 'Address that the server listens on',
      ar: 'العنوان الذي يستمع إليه الخادم',
      fa: 'نشانی‌ای که سرور روی آن گوش می‌دهد',
    },
  },
  {
    name: 'port',
    type: 'integer',
    default: 8080,
    minimum: 0,
    maximum: 65535,
    placeholder: 'PORT',
    description: {
      az: 'Port; 0 boş olanı seçir',
      en: 'Port; 0 takes a free one',
      ar: 'المنفذ؛ 0 يختار منفذًا خاليًا',
      fa: 'درگاه؛ 0 یک درگاه آزاد برمی‌گزیند',
    },
  },
  {
    name: 'publicUrl',
    type: 'text',
    default: undefined,
    placeholder: 'URL',
    description: {
      az: 'Oxucuların gördüyü ünvan (proksi arxasında), məsələn https://xerite.gov.az',
      en: 'Address that readers see (behind a proxy), for example https://map.example.org',
      ar: 'العنوان الذي يراه القرّاء (خلف وكيل)، مثل https://map.example.org',
      fa: 'نشانی‌ای که خوانندگان می‌بینند (پشت پراکسی)، مانند https://map.example.org',
    },
  },
  {
    name: 'trustProxy',
    type: 'boolean',
    default: false,
    description: {
      az: 'Proksinin X-Forwarded-* başlıqlarına inan',
      en: 'Believe the X-Forwarded-* headers of the proxy in front',
      ar: 'الوثوق بترويسات X-Forwarded-* القادمة من الوكيل',
      fa: 'اعتماد به سرایندهای X-Forwarded-* پراکسی',
    },
  },
  {
    name: 'allowAnonymousRead',
    type: 'boolean',
    default: false,
    description: {
      az: 'Loopback olmayan ünvanda şifrələmədən hamıya oxumağa icazə ver',
      en: 'Let anyone read over an unencrypted address that is not loopback',
      ar: 'السماح للجميع بالقراءة عبر عنوان غير مشفّر ليس محليًا',
      fa: 'اجازهٔ خواندن به همه از نشانی رمزنشده‌ای که محلی نیست',
    },
  },
  {
    name: 'snapshots',
    type: 'boolean',
    default: true,
    description: {
      az: 'Tez-tez verilən sualları yaddaşdakı nüsxədən cavablandır',
      en: 'Answer frequent questions from packed copies in memory',
      ar: 'الإجابة عن الأسئلة المتكررة من نسخ مرصوصة في الذاكرة',
      fa: 'پاسخ به پرسش‌های پرتکرار از رونوشت‌های فشرده در حافظه',
    },
  },
  {
    name: 'logLevel',
    type: 'choice',
    default: 'info',
    choices: ['trace', 'debug', 'info', 'warn', 'error', 'silent'],
    placeholder: 'LEVEL',
    description: {
      az: 'Jurnalın təfərrüatı',
      en: 'How much the log says',
      ar: 'مقدار تفصيل السجل',
      fa: 'میزان ریزگویی گزارش',
    },
  },
  {
    name: 'pack',
    type: 'text',
    default: 'azerbaijan',
    placeholder: 'NAME',
    description: {
      az: 'İlk işə salınmada yüklənən ölkə dəsti; none — heç biri',
      en: 'Country pack that the first start loads; none for none',
      ar: 'حزمة البلد التي تُحمَّل عند أول تشغيل؛ none لعدم التحميل',
      fa: 'بستهٔ کشوری که نخستین راه‌اندازی بار می‌کند؛ none برای هیچ',
    },
  },
  {
    name: 'language',
    type: 'choice',
    default: 'en',
    choices: languages,
    placeholder: 'LANGUAGE',
    description: {
      az: 'Oxucu dil seçməyəndə istifadə olunan dil',
      en: 'Language for readers who name none',
      ar: 'اللغة لمن لا يحدد لغة',
      fa: 'زبان برای خوانندگانی که زبانی نام نمی‌برند',
    },
  },
  {
    name: 'webhookTargets',
    type: 'choice',
    default: 'public',
    choices: ['public', 'any'],
    placeholder: 'WHICH',
    description: {
      az: 'Vebhukların çıxa bildiyi ünvanlar: https üzərindən açıq olanlar (public) və ya istənilən (any)',
      en: 'Where webhooks may lead: to public addresses over https (public), or anywhere (any)',
      ar: 'إلى أين يمكن أن تصل خطّافات الويب: عناوين عامة عبر https ‏(public) أو أي مكان (any)',
      fa: 'وب‌هوک‌ها به کجا می‌رسند: نشانی‌های عمومی با https ‏(public) یا هر جا (any)',
    },
  },
];
