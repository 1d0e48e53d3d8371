/** Title and sentence of every problem, in Azerbaijani. */
export const problems = {
  'problem.bad-request.title': 'Sorğu başa düşülmədi',
  'problem.bad-request.detail':
    '{reason, select, address {Sorğunun ünvanı faiz işarəli UTF-8 deyil.} host {Host başlığı heç bir host adı bildirmir.} ifMatch {If-Match başlığında W/"17" kimi bir teq yoxdur.} contentType {Sorğunun gövdəsi var, amma Content-Type başlığı onun növünü bildirmir.} value {Sorğudakı qiymətlərdən birini verilənlər bazası saxlaya bilmir.} other {Sorğunu başa düşmək olmadı.}}',
  'problem.invalid-parameter.title': 'Parametr yararsızdır',
  'problem.invalid-parameter.detail':
    'Sorğunun bir və ya bir neçə parametri yararsızdır; siyahıda hansı olduğu və nəyin düzgün olacağı göstərilib.',
  'problem.invalid-filter.title': 'Süzgəc yararsızdır',
  'problem.invalid-filter.detail': 'Süzgəcdən istifadə etmək olmadı; siyahıda səhvin yeri göstərilib.',
  'problem.invalid-body.title': 'Sorğunun gövdəsi yararsızdır',
  'problem.invalid-body.detail': 'Sorğunun gövdəsindən istifadə etmək olmadı.',
  'problem.not-authorised.title': 'Giriş edilməyib',
  'problem.not-authorised.detail': 'Bunun üçün inzibatçı açarı lazımdır: "Authorization: Bearer …".',
  'problem.forbidden.title': 'İcazə yoxdur',
  'problem.forbidden.detail': 'Bunu etməyə hüququnuz yoxdur.',
  'problem.not-found.title': 'Tapılmadı',
  'problem.not-found.detail': 'Bu ünvanda heç nə yoxdur.',
  'problem.register-not-found.title': 'Belə reyestr yoxdur',
  'problem.register-not-found.detail': '"{register}" adlı reyestr yoxdur.',
  'problem.record-not-found.title': 'Belə yazı yoxdur',
  'problem.record-not-found.detail':
    '"{register}" reyestrində soruşulan zaman üçün "{record}" yazısı yoxdur.',
  'problem.record-erased.title': 'Yazı silinib',
  'problem.record-erased.detail':
    '"{register}" reyestrinin soruşulan zaman üçün "{record}" haqqında dediyi qanuna görə silinib. Kimin və hansı əsasla sildirdiyini jurnal deyir.',
  'problem.method-not-allowed.title': 'Metod mümkün deyil',
  'problem.method-not-allowed.detail': '{method} burada mümkün deyil; mümkün olanlar: {allowed}.',
  'problem.not-acceptable.title': 'Belə format yoxdur',
  'problem.not-acceptable.detail': 'İstənilən formatların heç biri yoxdur; mövcud olanlar: {allowed}.',
  'problem.timeout.title': 'Həddən artıq uzun çəkdi',
  'problem.timeout.detail':
    'Cavab {limit} saniyəlik həddən uzun çəkdi. Daha az soruşun və ya ixracdan istifadə edin.',
  'problem.gone.title': 'Geri çağırılıb',
  'problem.gone.detail': 'Bu, {at} tarixində geri çağırılıb: {reason}',
  'problem.conflict.title': 'Ziddiyyət',
  'problem.conflict.detail': 'Bu, hazırkı vəziyyətə ziddir: {what}.',
  'problem.record-exists.title': 'Yazı artıq var',
  'problem.record-exists.detail': '"{register}" reyestrində "{record}" yazısı artıq var.',
  'problem.register-exists.title': 'Reyestr artıq var',
  'problem.register-exists.detail': '"{register}" reyestri artıq var.',
  'problem.precondition-failed.title': 'Bu arada dəyişib',
  'problem.precondition-failed.detail':
    'Yazı If-Match və ya If-None-Match başlığında göstərilən vəziyyətdə deyil. Onu yenidən oxuyub dəyişikliyi təkrarlayın.',
  'problem.precondition-required.title': 'If-Match lazımdır',
  'problem.precondition-required.detail':
    'Yazının dəyişdirilməsi If-Match ilə hansı vəziyyətin nəzərdə tutulduğunu bildirməlidir.',
  'problem.body-too-large.title': 'Gövdə həddən artıq böyükdür',
  'problem.body-too-large.detail': 'Gövdə {limit} baytlıq həddən böyükdür.',
  'problem.unsupported-media-type.title': 'Format tanınmır',
  'problem.unsupported-media-type.detail': '"{value}" növlü məzmun burada tanınmır; tanınanlar: {allowed}.',
  'problem.invalid-record.title': 'Yazı yararsızdır',
  'problem.invalid-record.detail':
    'Yazı qəbul edilmədi və heç nə dəyişmədi; siyahıda bütün səhvlər göstərilib.',
  'problem.import-refused.title': 'İdxal rədd edildi',
  'problem.import-refused.detail': 'Heç nə idxal edilmədi; səbəblər siyahıda göstərilib.',
  'problem.document-infected.title': 'Skaner sənədi rədd etdi',
  'problem.document-infected.detail': 'Skaner sənəddə "{signature}" tapdı. Ondan heç nə saxlanılmadı.',
  'problem.no-evidence-field.title': 'Reyestrdə sübut sahəsi yoxdur',
  'problem.no-evidence-field.detail':
    '"{register}" reyestrində sübut sahəsi yoxdur, ona görə onun yazılarına sənəd əlavə etmək olmur.',
  'problem.range-not-satisfiable.title': 'Belə aralıq yoxdur',
  'problem.range-not-satisfiable.detail': 'Sənəddə {size} bayt var; istənilən aralıq ondan kənardadır.',
  'problem.scanner-unavailable.title': 'Skaner cavab vermir',
  'problem.scanner-unavailable.detail':
    'Sənədlər saxlanılmazdan əvvəl yoxlanılır, skaner isə cavab vermir. Heç nə saxlanılmadı; operator bunu düzəldəndən sonra yenidən cəhd edin.',
  'problem.documents-unavailable.title': 'Sənədlər anbarı cavab vermir',
  'problem.documents-unavailable.detail':
    'Sənədlər anbarından hazırda istifadə etmək olmur. Operator səbəbi jurnalda bu sorğunun nömrəsi ilə tapar.',
  'problem.too-complex.title': 'Bir dəfəyə həddən artıqdır',
  'problem.too-complex.detail':
    'Sorğu bir sorğuya icazə veriləndən çoxunu istəyir; siyahıda hədd göstərilib.',
  'problem.busy.title': 'Server məşğuldur',
  'problem.busy.detail': 'Serverin hazırda görə biləcəyindən çox işi var. Bir azdan yenidən cəhd edin.',
  'problem.not-ready.title': 'Hələ hazır deyil',
  'problem.not-ready.detail': 'Server işə düşür və ya dayanır, hələ cavab verə bilmir.',
  'problem.internal.title': 'Serverdə xəta',
  'problem.internal.detail':
    'Serverdə xəta baş verdi. Operator onu jurnalda bu sorğunun nömrəsi ilə tapa bilər.',
} as const;
