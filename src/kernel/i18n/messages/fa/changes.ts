/** What the change feed says, in Persian. */
export const changes = {
  'violation.changes-since':
    '«{value}» نه جایگاهی در دفتر رویداد است، نه تاریخ و نه زمان RFC 3339. مکان‌نما را از پیوند «next» بگیرید.',
  'violation.changes-ahead':
    'مکان‌نمای {value} پس از پایان این دفتر ({maximum}) است: یا از دفتر دیگری گرفته شده، یا این دفتر از نسخه‌ای کهنه‌تر بازگردانده شده است. نسخهٔ خود را با ثبت بسنجید و از جایگاهی که در هر دو هست دوباره آغاز کنید.',
  'violation.changes-filter-needs-registers':
    'پالایه دربارهٔ فیلدهاست و فیلدها از آنِ ثبت‌ها هستند: ثبت‌های موردنظر را چنین نام ببرید registers=a,b.',
} as const;
