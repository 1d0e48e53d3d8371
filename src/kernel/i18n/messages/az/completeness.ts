/** How many there were and who answers for it, in Azerbaijani. */
export const completeness = {
  'count.when.now': 'Bu gün, {date}',
  'count.when.day': '{date} tarixində',
  'count.when.instant': '{date} anında',
  'count.when.between': '{from} – {to} arasında nə vaxtsa',
  'count.when.since': '{from} tarixindən bəri nə vaxtsa',
  'count.when.until': '{to} tarixinədək nə vaxtsa',
  'count.when.ever': 'İstənilən vaxt',
  'count.complete':
    '{when}: {count, plural, =0 {heç biri} other {{n} yazı}}. Bunun hamısı olduğunu bildirir: {who}.',
  'count.complete-between':
    '{when}: {n} ilə {most} arasında yazı, çünki {why}. Reyestrin tam olduğunu bildirir: {who}.',
  'count.because-undated': '{undated, plural, other {{u} yazının tarixi yoxdur}}',
  'count.because-unplaced': '{unplaced, plural, other {{p} yazının yeri yoxdur}}',
  'count.on-record':
    '{count, plural, =0 {qeyddə heç biri yoxdur} other {qeyddə {n} yazı var}}{undated, plural, =0 {} other {, daha {u} yazının tarixi yoxdur}}{unplaced, plural, =0 {} other {, {p} yazının yeri yoxdur}}',
  'count.unknown.none': '{when}: məlum deyil. Həmin vaxt üçün heç kim tam say bildirməyib; {known}.',
  'count.unknown.period':
    '{when}: məlum deyil. Tam say başqa vaxtlar üçün bildirilib, bu vaxt üçün yox; {known}.',
  'count.unknown.area':
    '{when}: məlum deyil. Tam say bu ərazinin hissələri üçün bildirilib, hamısı üçün yox; {known}.',
  'count.unknown.withheld': '{when}: məlum deyil. Bu reyestrin bütün yazıları açıq deyil; {known}.',
  'count.unknown.many': '{when}: ən azı {n} yazı; ardı sayılmayıb.',
  'count.as-of': '{time} anında belə məlum idi.',
  'count.as-of-position': 'Jurnalın {position} mövqeyində belə məlum idi.',
  'count.conditions': 'Yalnız şərtlərə uyğun yazılar sayılıb.',
  'count.nobody': 'heç kim',
  'count.title': 'Neçə',
  'count.count': 'Yazılar',
  'count.undated': 'Tarixsiz',
  'count.statements': 'Buna əsas olan bəyanatlar',
  'count.custodian': 'Bildirən',
  'count.basis': 'Əsas',
  'count.evidence': 'Sübut',
  'count.no-value': 'dəyər yoxdur',
  'violation.group-field': '"{value}" üzrə qruplaşdırmaq olmaz; mümkün olanlar: {allowed}.',
  'violation.group-twice': '"{value}" iki dəfə göstərilib.',
} as const;
