/** What the change feed says, in Azerbaijani. */
export const changes = {
  'violation.changes-since':
    '"{value}" nə jurnalın mövqeyi, nə tarix, nə də RFC 3339 vaxtıdır. Kursoru "next" keçidindən götürün.',
  'violation.changes-ahead':
    '{value} kursoru bu jurnalın sonundan ({maximum}) o yandadır: ya başqa jurnaldan götürülüb, ya da bu jurnal köhnə nüsxədən bərpa edilib. Öz nüsxənizi reyestrlə tutuşdurun və hər ikisində olan mövqedən yenidən başlayın.',
  'violation.changes-filter-needs-registers':
    'Süzgəc sahələrə aiddir, sahələr isə reyestrlərə: hansı reyestrlər üçün olduğunu registers=a,b kimi göstərin.',
} as const;
