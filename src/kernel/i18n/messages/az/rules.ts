/** What rules, lineage and batches say and refuse, in Azerbaijani. */
export const rules = {
  'violation.not-unique-together':
    '{fields} sahələrinin {value} dəyərləri birlikdə eyni vaxtda "{other}" yazısında var.',
  'violation.reference-not-holding':
    '"{register}" reyestrindəki "{value}" yazısı {from} – {to} müddətinin hamısında qüvvədə deyil.',
  'violation.still-referred':
    '"{register}" reyestrinin {count, plural, one {# yazısı} other {# yazısı}} "{field}" sahəsində hələ ona istinad edir: {records}.',
  'violation.rule-of-other':
    'Bu dəyişikliklə "{register}" reyestrindəki "{other}" yazısı {rule} qaydasını pozur',
  'violation.outside':
    'Həndəsə {other, select, none {"{register}" reyestrinin yazılarından} other {"{register}" reyestrindəki "{other}" yazısından}} {tolerance} m-dən çox kənara çıxır.',
  'violation.leaves-outside': 'Bu dəyişikliklə "{register}" reyestrindəki "{other}" yazısı kənarda qalar.',
  'violation.overlaps': 'Həndəsə eyni vaxtda "{other}" yazısı ilə {area, number} m² üst-üstə düşür.',
  'violation.gap': '"{register}" reyestrindəki "{other}" yazısında {area, number} m² boşluq qalır.',
  'violation.predecessor-not-ending': '"{other}" sələfi xələfi başlayanda ({from}) bitmir.',
  'violation.successor-end': 'Sələf {to} tarixinədək qüvvədə olardı; xələfi də onda bitməlidir.',
  'violation.successors-miss-area': 'Xələflər və sələflər eyni sahəni örtmür: {area, number} m² fərq var.',
  'violation.successors-overlap': 'Xələflər bir-biri ilə {area, number} m² üst-üstə düşür.',
  'violation.rule-twice': '"{value}" qaydası iki dəfə elan edilib.',
  'violation.rule-needs-geometry': 'Bu qayda yazılarının həndəsəsi olan reyestr tələb edir.',
  'violation.rule-needs-areas': 'Bu qayda sahələr reyestri tələb edir (Polygon və ya MultiPolygon).',
  'violation.rule-field-type':
    '"{value}" sahəsinin növü {type}; qaydaya müqayisə oluna bilən tək dəyərlər lazımdır.',
  'violation.rule-needs-reference':
    '"{value}" bir reyestrin bir yazısına istinad edən mətn sahəsi olmalıdır ("ref").',
  'violation.rule-other-register':
    '"{value}" qaydanın adlandırdığından başqa reyestrə — "{register}" reyestrinə istinad edir.',
  'violation.register-unknown': '"{value}" adlı reyestr yoxdur.',
  'violation.register-without-geometry': '"{value}" reyestrinin yazılarının həndəsəsi yoxdur.',
  'violation.lineage-of-events': 'Hadisələrin nəsil zənciri olmur: onlar bitmir.',
  'violation.lineage-half-stated':
    'Nəsil zənciri üçün qüvvədəolma müddətinin "from" və "to" sahələrinin ya hər ikisi, ya da heç biri olmalıdır.',
  'violation.no-lineage':
    '"{register}" reyestrinin yazıları bölünə və birləşdirilə bilməz: reyestr nəsil zənciri saxlamır.',
  'violation.too-few-members': 'Burada ən azı {minimum} lazımdır; {count} var.',
  'violation.too-many-operations': 'Paketdə {count, number} əməliyyat var; hədd {maximum, number}-dir.',
  'violation.not-a-list': 'Əməliyyatların JSON massivi gözlənilir.',
  'violation.etag': '"{value}" ETag başlığının verdiyi kimi nişan deyil, məsələn {example}.',
  'violation.record-exists': '"{register}" reyestrində "{record}" yazısı artıq var.',
  'violation.record-not-found': '"{register}" reyestrində o vaxt "{record}" yazısı yoxdur.',
  'violation.precondition-failed': '"{register}" reyestrindəki "{record}" yazısı bu arada dəyişib.',
  'violation.lineage-instant': '"{value}" bu reyestrin bildirə biləcəyi an deyil. Düzgün olardı: {example}.',
  'rule.unique': 'Heç bir iki yazının eyni vaxtda {fields} dəyərləri eyni olmur.',
  'rule.reference': '“{field}” sahəsinin istinad etdiyi yazı bu yazı qədər qüvvədədir.',
  'rule.within':
    'Həndəsə {by, select, none {“{register}” reyestrinin yazılarının} other {“{field}” sahəsinin istinad etdiyi yazının}} içindədir, {tolerance, number} m dəqiqliklə.',
  'rule.no-overlap':
    '{by, select, none {Yazılar} other {{fields} eyni olan yazılar}} heç bir anda üst-üstə düşmür, {tolerance} dəqiqliklə.',
  'rule.no-gap': '{field} eyni olan yazılar onu boşluqsuz örtür, {tolerance} dəqiqliklə.',
  'rule.lineage':
    'Yazılar bölünə və birləşdirilə bilər; xələflər sələflərlə eyni sahəni örtür, {tolerance} dəqiqliklə.',
  'page.check': 'Dəyişikliyi yoxla',
  'page.check-text':
    'Portalda dəyişiklik burada sınanır. Portalsız əməliyyatları dryRun=true ilə {address} ünvanına POST edin: bütün səhvlər birdən gəlir.',
  'page.lineage': 'Sələflər və xələflər',
  'page.generation': 'Nəsil',
  'page.relative':
    '{side, select, self {yazının özü} before {{depth, plural, one {sələf} other {sələf, # nəsil əvvəl}}} other {{depth, plural, one {xələf} other {xələf, # nəsil sonra}}}}',
  'page.rules': 'Qaydalar',
} as const;
