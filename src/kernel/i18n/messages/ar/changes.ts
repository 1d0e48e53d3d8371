/** What the change feed says, in Arabic. */
export const changes = {
  'violation.changes-since':
    '«{value}» ليس موضعًا في السجل ولا تاريخًا ولا طابعًا زمنيًا وفق RFC 3339. خذ المؤشر من الرابط "next".',
  'violation.changes-ahead':
    'المؤشر {value} يقع بعد نهاية هذا السجل ({maximum}): إمّا أنه أُخذ من سجل آخر، أو أن هذا السجل استُعيد من نسخة أقدم. قارن نسختك بالسجل وابدأ من جديد من موضع موجود في كليهما.',
  'violation.changes-filter-needs-registers':
    'المرشّح يسأل عن حقول، والحقول تخص سجلات: سمِّ السجلات المقصودة هكذا registers=a,b.',
  'problem.webhook-not-found.title': 'لا يوجد خطّاف كهذا',
  'problem.webhook-not-found.detail': 'لا يوجد خطّاف ويب باسم «{webhook}».',
  'problem.dead-letter-not-found.title': 'لا توجد رسالة متعذّرة كهذه',
  'problem.dead-letter-not-found.detail':
    'ليس لخطّاف الويب «{webhook}» رسالة متعذّرة برقم {position} في الانتظار.',
  'violation.webhook-target':
    '«{value}» ليس عنوانًا يمكن إرسال الأحداث إليه. أعطِ عنوان http أو https بلا اسم ولا كلمة مرور، مثل https://example.org/hooks/ufuq.',
  'violation.webhook-target-https':
    'لا تُرسل الأحداث إلا عبر https، و«{value}» ليس كذلك. يمكن للمشغّل السماح بغيره (webhookTargets).',
  'violation.webhook-target-private':
    '«{value}» يقع في شبكة خاصة، ولا يجوز لخطّافات الويب الوصول إليها. يمكن للمشغّل السماح بذلك (webhookTargets).',
  'violation.webhook-secret':
    'المفتاح السري هو «whsec_» يتبعه 24 إلى 64 بايت بترميز base64. إن تُرك أُنشئ واحد.',
  'changes.title': 'التغييرات',
  'changes.record': 'القيد',
  'changes.what': 'ماذا',
  'changes.none': 'لم يتغيّر شيء.',
  'changes.kind.upsert': 'سُجّل',
  'changes.kind.tombstone': 'لم يعد قائمًا',
  'changes.kind.erased': 'مُحي',
  'changes.kind.erasure': 'مُحي بحكم القانون',
  'changes.kind.declared': 'أُعلن السجل',
  'changes.kind.dropped': 'أُلغي السجل',
  'webhooks.title': 'خطّافات الويب',
  'webhooks.without-portal':
    'يتولى المسؤول خطّافات الويب: في البوابة، أو بالأمر "ufuq webhooks"، أو عبر هذا العنوان برمز المسؤول.',
} as const;
