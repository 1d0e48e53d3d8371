/** How many there were and who answers for it, in Arabic. */
export const completeness = {
  'count.when.now': 'اليوم، {date}',
  'count.when.day': 'في {date}',
  'count.when.instant': 'في {date}',
  'count.when.between': 'في وقت ما بين {from} و{to}',
  'count.when.since': 'في وقت ما منذ {from}',
  'count.when.until': 'في وقت ما حتى {to}',
  'count.when.ever': 'في أي وقت',
  'count.complete':
    '{when}: {count, plural, =0 {لا شيء} one {قيد واحد} two {قيدان} few {{n} قيود} many {{n} قيدًا} other {{n} قيد}}. ويصرّح بأن هذا هو الكل: {who}.',
  'count.complete-between': '{when}: بين {n} و{most} من القيود، لأن {why}. ويصرّح باكتمال السجل: {who}.',
  'count.because-undated':
    '{undated, plural, one {قيدًا واحدًا بلا تاريخ} two {قيدين بلا تاريخ} few {{u} قيود بلا تاريخ} many {{u} قيدًا بلا تاريخ} other {{u} قيد بلا تاريخ}}',
  'count.because-unplaced':
    '{unplaced, plural, one {قيدًا واحدًا بلا مكان} two {قيدين بلا مكان} few {{p} قيود بلا مكان} many {{p} قيدًا بلا مكان} other {{p} قيد بلا مكان}}',
  'count.on-record':
    '{count, plural, =0 {لا قيد مسجل} one {المسجل قيد واحد} two {المسجل قيدان} few {المسجل {n} قيود} many {المسجل {n} قيدًا} other {المسجل {n} قيد}}{undated, plural, =0 {} one {، وقيد واحد آخر بلا تاريخ} two {، وقيدان آخران بلا تاريخ} few {، و{u} قيود أخرى بلا تاريخ} many {، و{u} قيدًا آخر بلا تاريخ} other {، و{u} قيد آخر بلا تاريخ}}{unplaced, plural, =0 {} one {، وقيد واحد بلا مكان} two {، وقيدان بلا مكان} few {، و{p} قيود بلا مكان} many {، و{p} قيدًا بلا مكان} other {، و{p} قيد بلا مكان}}',
  'count.unknown.none': '{when}: غير معروف. لم يصرّح أحد بعدد كامل لذلك الوقت؛ {known}.',
  'count.unknown.period': '{when}: غير معروف. صُرّح بأعداد كاملة لأوقات أخرى لا لهذا الوقت؛ {known}.',
  'count.unknown.area': '{when}: غير معروف. صُرّح بأعداد كاملة لأجزاء من هذه المنطقة لا لكلها؛ {known}.',
  'count.unknown.withheld': '{when}: غير معروف. ليست كل قيود هذا السجل علنية؛ {known}.',
  'count.unknown.many': '{when}: {n} قيد على الأقل؛ ولم يُعدّ ما بعدها.',
  'count.as-of': 'هكذا كان معروفًا في {time}.',
  'count.as-of-position': 'هكذا كان معروفًا عند الموضع {position} من السجل الزمني.',
  'count.conditions': 'لا تُعد إلا القيود التي تستوفي الشروط.',
  'count.nobody': 'لا أحد',
  'count.title': 'كم العدد',
  'count.count': 'القيود',
  'count.undated': 'بلا تاريخ',
  'count.statements': 'البيانات التي يستند إليها',
  'count.custodian': 'صرّح به',
  'count.basis': 'الأساس',
  'count.evidence': 'الأدلة',
  'count.no-value': 'بلا قيمة',
  'violation.group-field': 'لا يمكن التجميع حسب "{value}"؛ الممكن: {allowed}.',
  'violation.group-twice': 'ذُكر "{value}" مرتين.',
} as const;
