/** What the change feed says, in Arabic. */
export const changes = {
  'violation.changes-since':
    '«{value}» ليس موضعًا في السجل ولا تاريخًا ولا طابعًا زمنيًا وفق RFC 3339. خذ المؤشر من الرابط "next".',
  'violation.changes-ahead':
    'المؤشر {value} يقع بعد نهاية هذا السجل ({maximum}): إمّا أنه أُخذ من سجل آخر، أو أن هذا السجل استُعيد من نسخة أقدم. قارن نسختك بالسجل وابدأ من جديد من موضع موجود في كليهما.',
  'violation.changes-filter-needs-registers':
    'المرشّح يسأل عن حقول، والحقول تخص سجلات: سمِّ السجلات المقصودة هكذا registers=a,b.',
} as const;
