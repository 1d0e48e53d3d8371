/** What rules, lineage and batches say and refuse, in Arabic. */
export const rules = {
  'violation.not-unique-together': 'القيم {value} في {fields} مستعملة معًا في القيد "{other}" في الوقت نفسه.',
  'violation.reference-not-holding':
    'القيد "{value}" في السجل "{register}" لا يسري طوال المدة من {from} إلى {to}.',
  'violation.still-referred':
    '{count, plural, one {قيد واحد} two {قيدان} few {# قيود} many {# قيدًا} other {# قيد}} من السجل "{register}" لا تزال تشير إليه في "{field}": {records}.',
  'violation.rule-of-other': 'بهذا التغيير يخالف القيد "{other}" في السجل "{register}" القاعدة {rule}',
  'violation.outside':
    'يخرج الشكل أكثر من {tolerance} م عن {other, select, none {قيود السجل "{register}"} other {القيد "{other}" في السجل "{register}"}}.',
  'violation.leaves-outside': 'بهذا التغيير يصير القيد "{other}" في السجل "{register}" خارجًا.',
  'violation.overlaps': 'يتداخل الشكل مع القيد "{other}" بمقدار {area, number} م² في الوقت نفسه.',
  'violation.gap': 'تبقى فجوة مقدارها {area, number} م² في القيد "{other}" من السجل "{register}".',
  'violation.predecessor-not-ending': 'القيد السابق "{other}" لا ينتهي حين يبدأ خلفه ({from}).',
  'violation.successor-end': 'كان القيد السابق سيسري حتى {to}؛ فيجب أن ينتهي خلفه حينئذ أيضًا.',
  'violation.successors-miss-area': 'لا تغطي القيود اللاحقة والسابقة المساحة نفسها: الفرق {area, number} م².',
  'violation.successors-overlap': 'تتداخل القيود اللاحقة فيما بينها بمقدار {area, number} م².',
  'violation.rule-twice': 'القاعدة "{value}" معلنة مرتين.',
  'violation.rule-needs-geometry': 'تتطلب هذه القاعدة سجلًا لقيوده أشكال.',
  'violation.rule-needs-areas': 'تتطلب هذه القاعدة سجل مساحات (Polygon أو MultiPolygon).',
  'violation.rule-field-type': '"{value}" من النوع {type}؛ والقاعدة تتطلب قيمًا مفردة يمكن مقارنتها.',
  'violation.rule-needs-reference': 'يجب أن يكون "{value}" حقلًا نصيًا يشير إلى قيد واحد من سجل ("ref").',
  'violation.rule-other-register': 'يشير "{value}" إلى السجل "{register}" وهو غير السجل الذي تسميه القاعدة.',
  'violation.register-unknown': 'لا يوجد سجل باسم "{value}".',
  'violation.register-without-geometry': 'ليس لقيود السجل "{value}" أشكال.',
  'violation.lineage-of-events': 'لا تسلسل للأحداث: فهي لا تنتهي.',
  'violation.lineage-half-stated':
    'مع التسلسل تحتاج مدة السريان إلى الحقلين "from" و"to" معًا أو إلى لا شيء منهما.',
  'violation.no-lineage': 'لا يمكن تقسيم قيود السجل "{register}" أو دمجها: فهو لا يحفظ التسلسل.',
  'violation.too-few-members': 'يلزم هنا {minimum} على الأقل؛ والموجود {count}.',
  'violation.too-many-operations': 'تحوي الدفعة {count, number} عملية؛ والحد {maximum, number}.',
  'violation.not-a-list': 'يُتوقع مصفوفة JSON من العمليات.',
  'violation.etag': '"{value}" ليس وسمًا كما يعطيه الترويس ETag، مثل {example}.',
  'violation.record-exists': 'في السجل "{register}" قيد "{record}" من قبل.',
  'violation.record-not-found': 'ليس في السجل "{register}" قيد "{record}" في ذلك الوقت.',
  'violation.precondition-failed': 'تغيّر القيد "{record}" في السجل "{register}" في هذه الأثناء.',
  'violation.lineage-instant': '"{value}" ليس لحظة يستطيع هذا السجل ذكرها. والصواب مثلًا {example}.',
  'rule.unique': 'لا يتفق قيدان في {fields} في الوقت نفسه.',
  'rule.reference': 'يسري القيد الذي يشير إليه «{field}» ما دام القيد نفسه ساريًا.',
  'rule.within':
    'يقع الشكل داخل {by, select, none {قيود السجل «{register}»} other {القيد الذي يشير إليه «{field}»}} بتفاوت {tolerance, number} م.',
  'rule.no-overlap':
    '{by, select, none {لا تتداخل القيود} other {لا تتداخل القيود المتفقة في {fields}}} في أي لحظة، بتفاوت {tolerance}.',
  'rule.no-gap': 'القيود المتفقة في {field} تغطيه بلا فجوة، بتفاوت {tolerance}.',
  'rule.lineage': 'يمكن تقسيم القيود ودمجها؛ وتغطي القيود اللاحقة مساحة سابقتها نفسها، بتفاوت {tolerance}.',
  'page.check': 'فحص تغيير',
  'page.check-text':
    'يُجرَّب التغيير هنا في البوابة. ودونها أرسل العمليات بـ POST إلى {address} مع dryRun=true: فيأتي كل ما هو خطأ دفعة واحدة.',
  'page.lineage': 'السوابق واللواحق',
  'page.generation': 'الجيل',
  'page.relative':
    '{side, select, self {القيد نفسه} before {{depth, plural, one {سابق} two {سابق قبل جيلين} few {سابق قبل # أجيال} many {سابق قبل # جيلًا} other {سابق قبل # جيل}}} other {{depth, plural, one {لاحق} two {لاحق بعد جيلين} few {لاحق بعد # أجيال} many {لاحق بعد # جيلًا} other {لاحق بعد # جيل}}}}',
  'page.rules': 'القواعد',
} as const;
