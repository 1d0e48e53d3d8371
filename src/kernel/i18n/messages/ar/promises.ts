/** Words about promises and how they stand, in Arabic. */
export const promises = {
  'promise.title': 'الالتزامات',
  'promise.as-of': 'بتاريخ {day}.',
  'promise.no-due': 'بلا موعد',
  'promise.without-evidence': 'بلا دليل',
  'promise.column.promise': 'الالتزام',
  'promise.column.parties': 'الأطراف',
  'promise.column.due': 'الموعد',
  'promise.column.status': 'الحالة',
  'promise.column.why': 'السبب',
  'promise.column.evidence': 'الأدلة',
  'promise.status.kept': 'منفذ',
  'promise.status.late': 'متأخر',
  'promise.status.open': 'لم يحن موعده',
  'promise.status.lapsed': 'سقط',
  'promise.status.unknown': 'غير معروف',
  'promise.reason.delivered': 'نُفّذ بحلول {on} بدليل.',
  'promise.reason.delivered-after-due':
    'نُفّذ بحلول {on} بدليل، بعد موعده بـ{daysLate, plural, one {يوم واحد} two {يومين} few {# أيام} many {# يومًا} other {# يوم}}.',
  'promise.reason.due-passed':
    'كان موعده {due}؛ وبعد {daysLate, plural, one {يوم واحد} two {يومين} few {# أيام} many {# يومًا} other {# يوم}} لا دليل محفوظ على التنفيذ.',
  'promise.reason.not-due-yet':
    'موعده {due}، بعد {daysLeft, plural, =0 {أقل من يوم} one {يوم واحد} two {يومين} few {# أيام} many {# يومًا} other {# يوم}}.',
  'promise.reason.withdrawn': 'سُحب.',
  'promise.reason.condition-failed': 'لم يعد شرطه ممكنًا منذ {on}.',
  'promise.reason.agreement-ended': 'انتهت اتفاقيته في {on}.',
  'promise.reason.claimed-without-evidence': 'قيل إنه نُفّذ؛ ولا وثيقة تثبت ذلك.',
  'promise.reason.condition-not-met': 'ينتظر شرطه؛ ولا شيء يدل على تحققه.',
  'promise.reason.no-due-date': 'لا موعد معروف له.',
} as const;
