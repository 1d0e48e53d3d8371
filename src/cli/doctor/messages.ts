import { defineCatalogue } from '../../kernel/i18n/catalogue.ts';

/** What `ufuq doctor --compare` and `--rebuild` say at the terminal. */
export const rebuildMessages = defineCatalogue({
  en: {
    'option.compare': "derive the registers' tables from the log anew and compare them with those in use",
    'option.rebuild': 'as --compare, and then put the derived tables in the place of those in use',
    'option.register': 'only this register; may be given several times',
    progress: 'Reading the log',
    same: '{register}: {rows} rows, as the log says',
    differs: '{register}: {kept} rows, {derived} by the log; they differ',
    example: 'record {record}: {kept} rows that the log does not give, {derived} that are missing',
    'all-same': 'At position {position} every table is what the log says.',
    'some-differ':
      'At position {position} tables differ from the log: {count}. ufuq doctor --rebuild mends them.',
    replaced: 'The tables that were derived from the log are in use now. Restart servers that found others.',
    stopped: 'Stopped; everything is as it was.',
    both: 'Give --compare or --rebuild, not both.',
  },
  az: {
    'option.compare': 'reyestrlərin cədvəllərini jurnaldan yenidən çıxar və işləyənlərlə müqayisə et',
    'option.rebuild': '--compare kimi, sonra çıxarılan cədvəlləri işləyənlərin yerinə qoy',
    'option.register': 'yalnız bu reyestr; bir neçə dəfə verilə bilər',
    progress: 'Jurnal oxunur',
    same: '{register}: {rows} sətir, jurnalın dediyi kimi',
    differs: '{register}: {kept} sətir, jurnala görə {derived}; fərqlənir',
    example: '{record} yazısı: jurnalın vermədiyi {kept} sətir, çatışmayan {derived} sətir',
    'all-same': '{position} mövqeyində hər cədvəl jurnalın dediyi kimidir.',
    'some-differ':
      '{position} mövqeyində jurnaldan fərqlənən cədvəllər: {count}. ufuq doctor --rebuild onları düzəldir.',
    replaced: 'İndi jurnaldan çıxarılan cədvəllər işləyir. Fərq tapılmış serverləri yenidən başladın.',
    stopped: 'Dayandırıldı; hər şey olduğu kimi qaldı.',
    both: '--compare və ya --rebuild verin, ikisini birdən yox.',
  },
  ar: {
    'option.compare': 'استخراج جداول السجلات من جديد من اليومية ومقارنتها بالمستخدمة',
    'option.rebuild': 'مثل ‎--compare‎، ثم وضع الجداول المستخرجة مكان المستخدمة',
    'option.register': 'هذا السجل وحده؛ يمكن تكراره',
    progress: 'قراءة اليومية',
    same: '{register}: {rows} صفًا، كما يقول اليومية',
    differs: '{register}: {kept} صفًا، و{derived} بحسب اليومية؛ وهما مختلفان',
    example: 'القيد {record}: {kept} صفوف لا تعطيها اليومية، و{derived} ناقصة',
    'all-same': 'عند الموضع {position} كل جدول كما يقول اليومية.',
    'some-differ': 'عند الموضع {position} جداول تختلف عن اليومية: {count}. يصلحها ufuq doctor --rebuild.',
    replaced: 'الجداول المستخرجة من اليومية هي المستخدمة الآن. أعد تشغيل الخوادم التي وجدت غيرها.',
    stopped: 'أُوقف؛ وبقي كل شيء كما كان.',
    both: 'أعطِ ‎--compare‎ أو ‎--rebuild‎، لا كليهما.',
  },
  fa: {
    'option.compare': 'جدول‌های دفترها را دوباره از روزنامه بساز و با جدول‌های در کار بسنج',
    'option.rebuild': 'مانند ‎--compare‎، و سپس جدول‌های ساخته‌شده را به جای جدول‌های در کار بگذار',
    'option.register': 'تنها این دفتر؛ می‌تواند چند بار بیاید',
    progress: 'خواندن روزنامه',
    same: '{register}: {rows} سطر، چنان‌که روزنامه می‌گوید',
    differs: '{register}: {kept} سطر، به گفتهٔ روزنامه {derived}؛ با هم فرق دارند',
    example: 'رکورد {record}: {kept} سطر که روزنامه نمی‌دهد، {derived} سطر که نیست',
    'all-same': 'در جایگاه {position} هر جدول همان است که روزنامه می‌گوید.',
    'some-differ':
      'در جایگاه {position} جدول‌هایی با روزنامه فرق دارند: {count}. ‏ufuq doctor --rebuild درستشان می‌کند.',
    replaced: 'اکنون جدول‌های ساخته‌شده از روزنامه در کارند. سرورهایی را که فرق یافتند دوباره راه بیندازید.',
    stopped: 'متوقف شد؛ همه چیز همان‌گونه که بود ماند.',
    both: 'یا ‎--compare‎ بدهید یا ‎--rebuild‎، نه هر دو.',
  },
});
