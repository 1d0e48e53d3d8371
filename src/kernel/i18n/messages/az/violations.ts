/** What can be wrong with a parameter or a record, and what would be right, in Azerbaijani. */
export const violations = {
  'violation.parameter-unknown': 'Burada "{name}" parametri yoxdur; olanlar: {allowed}.',
  'violation.parameter-repeated': '"{name}" yalnız bir dəfə verilə bilər.',
  'violation.not-allowed': '"{value}" mümkün deyil; mümkün olanlar: {allowed}.',
  'violation.count': '"{value}" {minimum}–{maximum} aralığında tam ədəd deyil.',
  'violation.characters-not-allowed': 'Qiymətdə icazə verilməyən simvollar var: {value}',
  'violation.not-json': 'Bu, JSON deyil: {reason}',
  'violation.json-too-deep': 'JSON {value} səviyyə dərinlikdədir; hədd {maximum}-dir.',
  'violation.url-too-long':
    'Ünvanda {value} simvol var; hədd {maximum}-dir. Süzgəci və ya həndəsəni qısaldın.',
  'violation.bbox': '"{value}" çərçivə deyil. Vergüllə ayrılmış 4 və ya 6 ədəd verin: qərb,cənub,şərq,şimal.',
  'violation.bbox-order': 'Çərçivənin cənubu ({south}) şimalından ({north}) yuxarıdadır.',
  'violation.bbox-range': 'Çərçivə koordinat sisteminin hüdudlarını aşır.',
  'violation.crs-unknown': '"{value}" burada tanınan koordinat sistemi deyil. Belə bir URI verin: {example}.',
  'violation.crs-out-of-area': 'Koordinatları bu sistemdə hesablamaq mümkün deyil.',
  'violation.datetime':
    '"{value}" zaman deyil. Tarix, RFC 3339 vaxtı və ya 2024-01-01/2024-12-31, ../2023-12-31 kimi aralıq verin.',
  'violation.interval-order': 'Aralıq başlamazdan əvvəl bitir.',
  'violation.as-of': '"{value}" nə RFC 3339 vaxtı, nə də jurnal mövqeyidir.',
  'violation.sort-field': '"{value}" üzrə çeşidləmək olmaz; mümkün olanlar: {allowed}.',
  'violation.sort-twice': '"{value}" iki dəfə göstərilib.',
  'violation.token':
    '"{value}" bu serverin verdiyi nişan deyil. Əvvəlki səhifənin "next" keçidindən istifadə edin.',
  'violation.not-a-feature':
    'GeoJSON Feature gözlənilir: "type": "Feature", "geometry" və "properties" olan obyekt.',
  'violation.not-an-object': 'Burada JSON obyekti və ya null gözlənilir.',
  'violation.member-unknown': 'Burada "{value}" üzvü yoxdur; olanlar: {allowed}.',
  'violation.id-differs':
    'Yazının identifikatoru dəyişdirilə bilməz: ünvanda "{expected}", gövdədə "{value}" yazılıb.',
  'violation.time-member':
    '"time" üzvündə "date", "timestamp" və ya onlardan ikisinin "interval"ı olmalıdır.',
  'violation.above-maximum': '{value} icazə verilən ən böyük qiymətdən ({maximum}) çoxdur.',
  'violation.below-minimum': '{value} icazə verilən ən kiçik qiymətdən ({minimum}) azdır.',
  'violation.not-in-code-list': '"{value}" kod siyahısında yoxdur; mümkün olanlar: {allowed}.',
  'violation.too-long': 'Mətndə {length} simvol var; hədd {maximum}-dir.',
  'violation.pattern': '"{value}" düzgün formada deyil. Düzgün nümunə: {example}.',
  'violation.member-not-known': 'Reyestr elanında belə bir üzv yoxdur.',
  'violation.schema': 'Reyestr elanının tələb etdiyi kimi deyil: {detail}.',
  'violation.type-string': '{value} mətn deyil.',
  'violation.type-integer': '{value} tam ədəd deyil.',
  'violation.integer-range':
    '{value} dəqiq saxlanmaq üçün çox böyükdür: tam ədədlər −9007199254740991 ilə 9007199254740991 arasındadır. Onu mətn kimi saxlayın.',
  'violation.type-number': '{value} ədəd deyil.',
  'violation.type-boolean': '{value} nə true, nə də false-dur.',
  'violation.type-date': '{value} 2024-12-31 şəklində tarix deyil.',
  'violation.type-timestamp': '{value} 2024-12-31T23:59:59Z şəklində vaxt deyil.',
  'violation.type-localized': '{value} dillər üzrə mətn deyil; məsələn, \'{\'"az": "Bakı"\'}\'.',
  'violation.type-object': '{value} JSON obyekti deyil.',
  'violation.type-array': '{value} siyahı deyil.',
  'violation.geometry-form':
    'Bu, GeoJSON həndəsəsi deyil: "type" və "coordinates" (və ya "geometries") gözlənilir.',
  'violation.geometry-type': '"{value}" həndəsə növü deyil.',
  'violation.geometry-kind': 'Reyestrdə {allowed} növlü həndəsələr saxlanılır, {value} yox.',
  'violation.geometry-invalid': 'Həndəsə özünü kəsir və ya özünə toxunur: {reason}',
  'violation.geometry-not-wanted': 'Bu reyestrin yazılarında həndəsə olmur.',
  'violation.too-many-vertices': 'Həndəsədə {value} nöqtə var; hədd {maximum}-dir.',
  'violation.too-few-points': 'Burada {value} nöqtə var; ən azı {minimum} lazımdır.',
  'violation.ring-not-closed': 'Halqa qapalı deyil: {first} nöqtəsində başlayır, {last} nöqtəsində bitir.',
  'violation.coordinate-not-a-number': '{value} mövqe deyil: iki və ya üç ədəd gözlənilir.',
  'violation.coordinate-out-of-range':
    '{x}, {y} Yer üzərində deyil: uzunluq -180…180, en -90…90 aralığındadır, əvvəl uzunluq yazılır.',
  'violation.not-an-initial-state':
    'Bu reyestr {to} vəziyyətindən başlamır. Yeni yazı üçün mümkündür: {allowed}.',
  'violation.no-such-transition':
    'Yazı {from} vəziyyətindən {to} vəziyyətinə keçmir. {from} vəziyyətindən sonra mümkündür: {allowed}.',
  'violation.not-unique': '"{value}" eyni zamanda "{other}" yazısına məxsusdur.',
  'violation.reference-missing': '"{register}" reyestrində "{value}" yazısı yoxdur.',
  'violation.required': '"{field}" sahəsi doldurulmalıdır.',
  'violation.import-target':
    'Yazılar ya register=… ilə adlandırılan reyestrə, ya da create=true ilə yeni reyestrlərə gedir.',
  'violation.property-unknown': '"{value}" xassəsi yoxdur; olanlar: {allowed}.',
  'violation.record-id':
    '"{value}" yazı identifikatoru ola bilməz: idarəedici simvolsuz 1–200 simvol, “.” və “..” istisna.',
  'violation.period-empty': 'Müddət başlamazdan ({from}) əvvəl və ya həmin anda bitir ({to}).',
  'violation.register-id':
    '"{value}" reyestr identifikatoru ola bilməz: a-z, 0-9, "_" və "-" simvollarından 1–100 ədəd.',
  'violation.field-name':
    '"{value}" sahə adı ola bilməz. Ona başqa ad verin; idxal zamanı bu, --map {value}=AD ilə edilir.',
  'violation.field-twice': '"{value}" sahəsi iki dəfə elan edilib.',
  'violation.field-unknown': '"{value}" sahəsi yoxdur.',
  'violation.time-field-type': '"{value}" sahəsinin növü {type}; tarix və ya vaxt lazımdır.',
  'violation.codes-need-text': 'Kod siyahısı üçün {value} yox, mətn sahəsi lazımdır.',
  'violation.type-changed': '"{field}" saxlanmış yazılarda {before} növündədir və {after} ola bilməz.',
  'violation.search-words': '1–{maximum} söz verin.',
  'violation.example-must-match': '{pattern} nümunəsinə uyğun misal lazımdır.',
  'violation.rule': 'Yazı {rule} qaydasını pozur',
} as const;
