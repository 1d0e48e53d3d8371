/** How many there were and who answers for it, in Persian. */
export const completeness = {
  'count.when.now': 'امروز، {date}',
  'count.when.day': 'در {date}',
  'count.when.instant': 'در {date}',
  'count.when.between': 'در زمانی میان {from} و {to}',
  'count.when.since': 'در زمانی از {from}',
  'count.when.until': 'در زمانی تا {to}',
  'count.when.ever': 'در هر زمان',
  'count.complete':
    '{when}: {count, plural, =0 {هیچ} other {{n} رکورد}}. این را که همه همین است، اعلام می‌کند: {who}.',
  'count.complete-between':
    '{when}: میان {n} و {most} رکورد، زیرا {why}. کامل بودن دفتر را اعلام می‌کند: {who}.',
  'count.because-undated': '{undated, plural, other {{u} رکورد تاریخ ندارد}}',
  'count.because-unplaced': '{unplaced, plural, other {{p} رکورد مکان ندارد}}',
  'count.on-record':
    '{count, plural, =0 {رکوردی ثبت نشده است} other {{n} رکورد ثبت شده است}}{undated, plural, =0 {} other {، {u} رکورد دیگر تاریخ ندارد}}{unplaced, plural, =0 {} other {، {p} رکورد مکان ندارد}}',
  'count.unknown.none': '{when}: نامعلوم. هیچ‌کس برای آن زمان شمار کاملی اعلام نکرده است؛ {known}.',
  'count.unknown.period':
    '{when}: نامعلوم. شمار کامل برای زمان‌های دیگر اعلام شده است، نه برای این زمان؛ {known}.',
  'count.unknown.area':
    '{when}: نامعلوم. شمار کامل برای بخش‌هایی از این محدوده اعلام شده است، نه برای همهٔ آن؛ {known}.',
  'count.unknown.withheld': '{when}: نامعلوم. همهٔ رکوردهای این دفتر عمومی نیست؛ {known}.',
  'count.unknown.many': '{when}: دست‌کم {n} رکورد؛ بیش از این شمرده نشده است.',
  'count.as-of': 'در {time} چنین دانسته بود.',
  'count.as-of-position': 'در جایگاه {position} از دفتر رویدادها چنین دانسته بود.',
  'count.conditions': 'تنها رکوردهایی شمرده شده‌اند که شرط‌ها را برآورده می‌کنند.',
  'count.nobody': 'هیچ‌کس',
  'count.title': 'چند تا',
  'count.count': 'رکوردها',
  'count.undated': 'بی‌تاریخ',
  'count.statements': 'بیانیه‌های پشت آن',
  'count.custodian': 'اعلام‌کننده',
  'count.basis': 'مبنا',
  'count.evidence': 'گواه',
  'count.no-value': 'بدون مقدار',
  'violation.group-field': 'بر پایهٔ "{value}" نمی‌توان گروه‌بندی کرد؛ ممکن: {allowed}.',
  'violation.group-twice': '"{value}" دو بار آمده است.',
} as const;
