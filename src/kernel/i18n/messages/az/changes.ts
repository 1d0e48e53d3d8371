/** What the change feed says, in Azerbaijani. */
export const changes = {
  'violation.changes-since':
    '"{value}" nə jurnalın mövqeyi, nə tarix, nə də RFC 3339 vaxtıdır. Kursoru "next" keçidindən götürün.',
  'violation.changes-ahead':
    '{value} kursoru bu jurnalın sonundan ({maximum}) o yandadır: ya başqa jurnaldan götürülüb, ya da bu jurnal köhnə nüsxədən bərpa edilib. Öz nüsxənizi reyestrlə tutuşdurun və hər ikisində olan mövqedən yenidən başlayın.',
  'violation.changes-filter-needs-registers':
    'Süzgəc sahələrə aiddir, sahələr isə reyestrlərə: hansı reyestrlər üçün olduğunu registers=a,b kimi göstərin.',
  'problem.webhook-not-found.title': 'Belə vebhuk yoxdur',
  'problem.webhook-not-found.detail': '"{webhook}" adlı vebhuk yoxdur.',
  'problem.dead-letter-not-found.title': 'Belə çatdırılmamış bildiriş yoxdur',
  'problem.dead-letter-not-found.detail':
    '"{webhook}" vebhukunda gözləyən {position} nömrəli çatdırılmamış bildiriş yoxdur.',
  'violation.webhook-target':
    '"{value}" hadisələrin göndərilə biləcəyi ünvan deyil. İçində ad və parol olmayan http və ya https URL-i verin, məsələn https://example.org/hooks/ufuq.',
  'violation.webhook-target-https':
    'Hadisələr yalnız https ilə göndərilir; "{value}" belə deyil. Operator başqa ünvanlara icazə verə bilər (webhookTargets).',
  'violation.webhook-target-private':
    '"{value}" özəl şəbəkədədir, vebhuklar ora çıxa bilməz. Operator buna icazə verə bilər (webhookTargets).',
  'violation.webhook-secret':
    'Gizli açar "whsec_" və ondan sonra base64 ilə 24–64 baytdır. Verilməsə, yenisi yaradılır.',
  'changes.title': 'Dəyişikliklər',
  'changes.record': 'Yazı',
  'changes.what': 'Nə',
  'changes.none': 'Heç nə dəyişməyib.',
  'changes.kind.upsert': 'yazılıb',
  'changes.kind.tombstone': 'artıq qüvvədə deyil',
  'changes.kind.erased': 'silinib',
  'changes.kind.erasure': 'qanunla silinib',
  'changes.kind.declared': 'reyestr bəyan edilib',
  'changes.kind.dropped': 'reyestr ləğv edilib',
  'webhooks.title': 'Vebhuklar',
  'webhooks.without-portal':
    'Vebhuklara inzibatçı baxır: portalda, "ufuq webhooks" ilə və ya bu ünvanda inzibatçı açarı ilə.',
} as const;
