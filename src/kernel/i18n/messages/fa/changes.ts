/** What the change feed says, in Persian. */
export const changes = {
  'violation.changes-since':
    '«{value}» نه جایگاهی در دفتر رویداد است، نه تاریخ و نه زمان RFC 3339. مکان‌نما را از پیوند «next» بگیرید.',
  'violation.changes-ahead':
    'مکان‌نمای {value} پس از پایان این دفتر ({maximum}) است: یا از دفتر دیگری گرفته شده، یا این دفتر از نسخه‌ای کهنه‌تر بازگردانده شده است. نسخهٔ خود را با ثبت بسنجید و از جایگاهی که در هر دو هست دوباره آغاز کنید.',
  'violation.changes-filter-needs-registers':
    'پالایه دربارهٔ فیلدهاست و فیلدها از آنِ ثبت‌ها هستند: ثبت‌های موردنظر را چنین نام ببرید registers=a,b.',
  'problem.webhook-not-found.title': 'چنین وب‌هوکی نیست',
  'problem.webhook-not-found.detail': 'وب‌هوک «{webhook}» وجود ندارد.',
  'problem.dead-letter-not-found.title': 'چنین پیام نرسیده‌ای نیست',
  'problem.dead-letter-not-found.detail': 'وب‌هوک «{webhook}» پیام نرسیدهٔ {position} در انتظار ندارد.',
  'violation.webhook-target':
    '«{value}» نشانی‌ای نیست که بتوان رویداد به آن فرستاد. یک نشانی http یا https بدون نام و گذرواژه بدهید، مانند https://example.org/hooks/ufuq.',
  'violation.webhook-target-https':
    'رویدادها تنها با https فرستاده می‌شوند و «{value}» چنین نیست. گرداننده می‌تواند نشانی‌های دیگر را مجاز کند (webhookTargets).',
  'violation.webhook-target-private':
    '«{value}» در شبکه‌ای خصوصی است و وب‌هوک‌ها نباید به آن برسند. گرداننده می‌تواند آن را مجاز کند (webhookTargets).',
  'violation.webhook-secret':
    'راز «whsec_» است و پس از آن ۲۴ تا ۶۴ بایت به base64. اگر داده نشود، یکی ساخته می‌شود.',
  'changes.title': 'دگرگونی‌ها',
  'changes.record': 'رکورد',
  'changes.what': 'چه',
  'changes.none': 'چیزی دگرگون نشده است.',
  'changes.kind.upsert': 'ثبت شد',
  'changes.kind.tombstone': 'دیگر برقرار نیست',
  'changes.kind.erased': 'پاک شده',
  'changes.kind.erasure': 'به حکم قانون پاک شد',
  'changes.kind.declared': 'ثبت اعلام شد',
  'changes.kind.dropped': 'ثبت برچیده شد',
  'webhooks.title': 'وب‌هوک‌ها',
  'webhooks.without-portal':
    'وب‌هوک‌ها را مدیر می‌گرداند: در درگاه، با "ufuq webhooks"، یا از همین نشانی با رمز مدیر.',
} as const;
