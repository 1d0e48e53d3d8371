/** What rules, lineage and batches say and refuse, in Persian. */
export const rules = {
  'violation.not-unique-together':
    'مقدارهای {value} در {fields} هم‌زمان با هم در رکورد "{other}" به کار رفته‌اند.',
  'violation.reference-not-holding':
    'رکورد "{value}" در دفتر "{register}" در سراسر بازهٔ {from} تا {to} معتبر نیست.',
  'violation.still-referred':
    '{count, plural, one {# رکورد} other {# رکورد}} از دفتر "{register}" هنوز در "{field}" به آن ارجاع می‌دهند: {records}.',
  'violation.rule-of-other': 'با این تغییر رکورد "{other}" از دفتر "{register}" قاعدهٔ {rule} را می‌شکند',
  'violation.outside':
    'هندسه بیش از {tolerance} متر از {other, select, none {رکوردهای دفتر "{register}"} other {رکورد "{other}" از دفتر "{register}"}} بیرون می‌زند.',
  'violation.leaves-outside': 'با این تغییر رکورد "{other}" از دفتر "{register}" بیرون می‌ماند.',
  'violation.overlaps': 'هندسه هم‌زمان {area, number} متر مربع با رکورد "{other}" هم‌پوشانی دارد.',
  'violation.gap': 'شکافی به اندازهٔ {area, number} متر مربع در رکورد "{other}" از دفتر "{register}" می‌ماند.',
  'violation.predecessor-not-ending': 'رکورد پیشین "{other}" هنگام آغاز جانشینش ({from}) پایان نمی‌یابد.',
  'violation.successor-end': 'رکورد پیشین تا {to} معتبر می‌ماند؛ جانشین آن نیز باید همان زمان پایان یابد.',
  'violation.successors-miss-area':
    'رکوردهای جانشین و پیشین یک سطح را نمی‌پوشانند: {area, number} متر مربع تفاوت است.',
  'violation.successors-overlap': 'رکوردهای جانشین {area, number} متر مربع با هم هم‌پوشانی دارند.',
  'violation.rule-twice': 'قاعدهٔ "{value}" دو بار اعلام شده است.',
  'violation.rule-needs-geometry': 'این قاعده به دفتری نیاز دارد که رکوردهایش هندسه دارند.',
  'violation.rule-needs-areas': 'این قاعده به دفتری از سطح‌ها نیاز دارد (Polygon یا MultiPolygon).',
  'violation.rule-field-type': 'نوع "{value}" برابر {type} است؛ قاعده به مقدارهای تکی و سنجش‌پذیر نیاز دارد.',
  'violation.rule-needs-reference':
    '"{value}" باید فیلد متنی‌ای باشد که به یک رکورد از یک دفتر ارجاع می‌دهد ("ref").',
  'violation.rule-other-register':
    '"{value}" به دفتر "{register}" ارجاع می‌دهد که جز دفتری است که قاعده نام می‌برد.',
  'violation.register-unknown': 'دفتری به نام "{value}" نیست.',
  'violation.register-without-geometry': 'رکوردهای دفتر "{value}" هندسه ندارند.',
  'violation.lineage-of-events': 'رویدادها تبارنامه ندارند: آن‌ها پایان نمی‌یابند.',
  'violation.lineage-half-stated':
    'برای تبارنامه، زمان اعتبار باید هر دو فیلد "from" و "to" را داشته باشد یا هیچ‌کدام را.',
  'violation.no-lineage':
    'رکوردهای دفتر "{register}" را نمی‌توان تفکیک یا تجمیع کرد: این دفتر تبارنامه نگه نمی‌دارد.',
  'violation.too-few-members': 'این‌جا دست‌کم {minimum} لازم است؛ {count} هست.',
  'violation.too-many-operations': 'بسته {count, number} عمل دارد؛ حد {maximum, number} است.',
  'violation.not-a-list': 'آرایه‌ای JSON از عمل‌ها لازم است.',
  'violation.etag': '"{value}" برچسبی نیست که سرآیند ETag می‌دهد، مانند {example}.',
  'violation.record-exists': 'دفتر "{register}" از پیش رکورد "{record}" را دارد.',
  'violation.record-not-found': 'دفتر "{register}" در آن زمان رکورد "{record}" را ندارد.',
  'violation.precondition-failed': 'رکورد "{record}" از دفتر "{register}" در این میان تغییر کرده است.',
  'violation.lineage-instant': '"{value}" لحظه‌ای نیست که این دفتر بتواند بیان کند. درست مثلاً {example} است.',
  'rule.unique': 'هیچ دو رکوردی هم‌زمان {fields} یکسان ندارند.',
  'rule.reference': 'رکوردی که «{field}» به آن ارجاع می‌دهد تا زمانی که خود رکورد معتبر است اعتبار دارد.',
  'rule.within':
    'هندسه درون {by, select, none {رکوردهای دفتر «{register}»} other {رکوردی که «{field}» به آن ارجاع می‌دهد}} است، با رواداری {tolerance, number} متر.',
  'rule.no-overlap':
    '{by, select, none {رکوردها} other {رکوردهایی که {fields} یکسان دارند}} در هیچ لحظه‌ای هم‌پوشانی ندارند، با رواداری {tolerance}.',
  'rule.no-gap': 'رکوردهایی که {field} یکسان دارند آن را بی‌شکاف می‌پوشانند، با رواداری {tolerance}.',
  'rule.lineage':
    'رکوردها را می‌توان تفکیک و تجمیع کرد؛ جانشینان همان سطح پیشینیان را می‌پوشانند، با رواداری {tolerance}.',
  'page.check': 'بررسی تغییر',
  'page.check-text':
    'در درگاه، تغییر این‌جا آزموده می‌شود. بی‌آن، عمل‌ها را با dryRun=true به {address} بفرستید (POST): همهٔ ایرادها یک‌جا می‌آیند.',
  'page.lineage': 'پیشینیان و جانشینان',
  'page.generation': 'نسل',
  'page.relative':
    '{side, select, self {خود رکورد} before {{depth, plural, one {پیشین} other {پیشین، # نسل قبل}}} other {{depth, plural, one {جانشین} other {جانشین، # نسل بعد}}}}',
  'page.rules': 'قاعده‌ها',
} as const;
