import { defineCatalogue } from '../catalogue.ts';

/** What `ufuq verify` says of receipts and logs. */
export const proofMessages = defineCatalogue({
  en: {
    'verb.verify':
      'Check a receipt, a release, a log at an address, or the log of the store; exit code 1 where something does not hold',
    'argument.source':
      'file or URL of a receipt, folder or URL of a release, or URL of a log; the log of the store where it is left out',
    'option.key':
      'verifier key of the log that you have from elsewhere (name+id+base64); can be given several times',
    'option.checkpoint':
      'file with a checkpoint that you kept: the log must be its continuation; can be given several times',
    'receipt.holds': 'The receipt holds: entry {position} of the log {origin} is about {register}/{record}.',
    'receipt.recorded': 'Recorded {recordedAt} by {actor}. Legal basis: {legalBasis}. Cause: {cause}.',
    'receipt.fails': 'The receipt does not hold:',
    'receipt.erased': 'The body was erased by law; that the entry stood there is proven.',
    'receipt.withheld': 'The body is not part of this receipt; that the entry stood there is proven.',
    'fault.format': 'The file is not a receipt of Ufuq, or its checkpoint cannot be read.',
    'fault.leaf': 'The leaf is not in canonical form.',
    'fault.payload': 'The body or its salt is not what was recorded.',
    'fault.inclusion': 'The leaf is not in the tree of the checkpoint.',
    'fault.signature': 'None of the known keys signed the checkpoint, or a signature is wrong.',
    'fault.witness': 'A witness that you named did not sign the checkpoint.',
    'keys.witnessed': 'Signed by the witnesses that you named: {names}.',
    'option.witness': 'verifier key of a witness that must have signed; can be given several times',
    'keys.trusted': 'Checked with the keys that you gave: {ids}.',
    'keys.untrusted':
      'Checked with the keys that came along ({ids}). Compare them with what you know from elsewhere, or give your own with --key.',
    'log.holds': 'The log {origin} holds. Entries: {proven}; checkpoints: {checkpoints}.',
    'log.unproven': 'Entries not under a checkpoint yet: {count}.',
    'log.erased': 'Bodies erased by law: {count} ({positions}).',
    'log.fails': 'The log {origin} does not hold. The first entry that does not: {first}.',
    'log.fails-beside': 'The log {origin} does not hold; no entry is to blame.',
    'log.more': '… and {count} more',
    'finding.missing': 'Entry {position} is missing.',
    'finding.payload': 'Entry {position} ({register}/{record}): the body or its salt was changed.',
    'finding.envelope':
      'Entry {position} ({register}/{record}): record, time, actor, legal basis, cause or commitment was changed.',
    'finding.commitment': 'Entry {position}: the stored commitment was changed; the entry holds.',
    'finding.erasure':
      'Entry {position} ({register}/{record}) is said to be erased and something of it is still there.',
    'finding.tile': 'Tile {tile} was changed or is missing; the entries under it are judged by themselves.',
    'finding.checkpoint':
      'Checkpoint of {size} entries: damaged, of another log, or not signed by a known key.',
    'finding.history':
      'Entries {position} to {upTo} do not lead to the root that was signed for {size} entries.',
    'finding.truncated': 'The log ends before entry {position}; a checkpoint for {size} entries was signed.',
    'refused.source': 'Cannot read {source}: {reason}',
    'refused.key': '"{value}" is not a verifier key (name+id+base64).',
  },
  az: {
    'verb.verify':
      'Qəbzi, buraxılışı, ünvandakı jurnalı və ya anbarın jurnalını yoxlayır; nəsə doğru deyilsə, çıxış kodu 1-dir',
    'argument.source':
      'qəbzin faylı və ya URL-i, buraxılışın qovluğu və ya URL-i, yaxud jurnalın URL-i; göstərilməsə, anbarın jurnalı',
    'option.key':
      'jurnalın başqa mənbədən bildiyiniz yoxlama açarı (ad+id+base64); bir neçə dəfə verilə bilər',
    'option.checkpoint':
      'saxladığınız nəzarət nöqtəsinin faylı: jurnal onun davamı olmalıdır; bir neçə dəfə verilə bilər',
    'receipt.holds':
      'Qəbz doğrudur: {origin} jurnalının {position} nömrəli qeydi {register}/{record} haqqındadır.',
    'receipt.recorded':
      '{recordedAt} tarixində {actor} tərəfindən yazılıb. Hüquqi əsas: {legalBasis}. Səbəb: {cause}.',
    'receipt.fails': 'Qəbz doğru deyil:',
    'receipt.erased': 'Məzmun qanuna əsasən silinib; qeydin orada olduğu sübut olunub.',
    'receipt.withheld': 'Məzmun bu qəbzə daxil deyil; qeydin orada olduğu sübut olunub.',
    'fault.format': 'Fayl Ufuq qəbzi deyil və ya onun nəzarət nöqtəsi oxunmur.',
    'fault.leaf': 'Yarpaq kanonik formada deyil.',
    'fault.payload': 'Məzmun və ya onun duzu yazılmış olan deyil.',
    'fault.inclusion': 'Yarpaq nəzarət nöqtəsinin ağacında yoxdur.',
    'fault.signature': 'Nəzarət nöqtəsini tanınan açarlardan heç biri imzalamayıb və ya imza səhvdir.',
    'fault.witness': 'Adını çəkdiyiniz şahid nəzarət nöqtəsini imzalamayıb.',
    'keys.witnessed': 'Adını çəkdiyiniz şahidlər imzalayıb: {names}.',
    'option.witness': 'imzalamış olmalı şahidin yoxlama açarı; bir neçə dəfə verilə bilər',
    'keys.trusted': 'Verdiyiniz açarlarla yoxlanıldı: {ids}.',
    'keys.untrusted':
      'Özü ilə gələn açarlarla yoxlanıldı ({ids}). Onları başqa mənbədən bildiyinizlə tutuşdurun və ya öz açarınızı --key ilə verin.',
    'log.holds': '{origin} jurnalı doğrudur. Qeydlər: {proven}; nəzarət nöqtələri: {checkpoints}.',
    'log.unproven': 'Hələ nəzarət nöqtəsi altında olmayan qeydlər: {count}.',
    'log.erased': 'Qanuna əsasən silinmiş məzmunlar: {count} ({positions}).',
    'log.fails': '{origin} jurnalı doğru deyil. Doğru olmayan ilk qeyd: {first}.',
    'log.fails-beside': '{origin} jurnalı doğru deyil; heç bir qeyddə təqsir yoxdur.',
    'log.more': '… və daha {count}',
    'finding.missing': '{position} nömrəli qeyd yoxdur.',
    'finding.payload': '{position} nömrəli qeyd ({register}/{record}): məzmun və ya onun duzu dəyişdirilib.',
    'finding.envelope':
      '{position} nömrəli qeyd ({register}/{record}): yazı, vaxt, yazan, hüquqi əsas, səbəb və ya öhdəlik dəyişdirilib.',
    'finding.commitment': '{position} nömrəli qeyd: saxlanan öhdəlik dəyişdirilib; qeydin özü doğrudur.',
    'finding.erasure':
      '{position} nömrəli qeydin ({register}/{record}) silindiyi deyilir, lakin ondan nəsə qalıb.',
    'finding.tile': '{tile} plitəsi dəyişdirilib və ya yoxdur; onun altındakı qeydlər ayrıca yoxlanılır.',
    'finding.checkpoint':
      '{size} qeydlik nəzarət nöqtəsi zədələnib, başqa jurnala aiddir və ya tanınan açarla imzalanmayıb.',
    'finding.history': '{position}–{upTo} qeydləri {size} qeyd üçün imzalanmış kökə aparmır.',
    'finding.truncated':
      'Jurnal {position} nömrəli qeyddən əvvəl bitir; halbuki {size} qeyd üçün nəzarət nöqtəsi imzalanıb.',
    'refused.source': '{source} oxunmur: {reason}',
    'refused.key': '"{value}" yoxlama açarı deyil (ad+id+base64).',
  },
  ar: {
    'verb.verify':
      'يتحقق من إيصال أو إصدار أو من سجل عند عنوان أو من سجل المخزن؛ رمز الخروج 1 إذا لم يصح شيء',
    'argument.source': 'ملف الإيصال أو رابطه، أو مجلد الإصدار أو رابطه، أو رابط السجل؛ وإلا فسجل المخزن',
    'option.key': 'مفتاح التحقق من السجل كما تعرفه من مصدر آخر (الاسم+المعرّف+base64)؛ يمكن تكراره',
    'option.checkpoint': 'ملف نقطة تحقق احتفظت بها: يجب أن يكون السجل امتدادًا لها؛ يمكن تكراره',
    'receipt.holds': 'الإيصال صحيح: القيد {position} من السجل {origin} يخص {register}/{record}.',
    'receipt.recorded': 'سُجّل في {recordedAt} بواسطة {actor}. الأساس القانوني: {legalBasis}. السبب: {cause}.',
    'receipt.fails': 'الإيصال غير صحيح:',
    'receipt.erased': 'مُحي المحتوى بموجب القانون؛ ووجود القيد في موضعه مُثبت.',
    'receipt.withheld': 'المحتوى ليس جزءًا من هذا الإيصال؛ ووجود القيد في موضعه مُثبت.',
    'fault.format': 'الملف ليس إيصالًا من أفق، أو لا يمكن قراءة نقطة التحقق فيه.',
    'fault.leaf': 'الورقة ليست في صيغتها القانونية الموحدة.',
    'fault.payload': 'المحتوى أو ملحه ليس ما سُجّل.',
    'fault.inclusion': 'الورقة ليست في شجرة نقطة التحقق.',
    'fault.signature': 'لم يوقّع نقطة التحقق أي مفتاح معروف، أو أن توقيعًا غير صحيح.',
    'fault.witness': 'شاهد سمّيته لم يوقّع نقطة التحقق.',
    'keys.witnessed': 'وقّع الشهود الذين سمّيتهم: {names}.',
    'option.witness': 'مفتاح تحقق لشاهد يجب أن يكون قد وقّع؛ يمكن تكراره',
    'keys.trusted': 'تم التحقق بالمفاتيح التي أعطيتها: {ids}.',
    'keys.untrusted':
      'تم التحقق بالمفاتيح المرفقة ({ids}). قارنها بما تعرفه من مصدر آخر، أو أعطِ مفتاحك بالخيار ‎--key.',
    'log.holds': 'السجل {origin} صحيح. القيود: {proven}؛ نقاط التحقق: {checkpoints}.',
    'log.unproven': 'قيود لم تشملها نقطة تحقق بعد: {count}.',
    'log.erased': 'محتويات مُحيت بموجب القانون: {count} ({positions}).',
    'log.fails': 'السجل {origin} غير صحيح. أول قيد لا يصح: {first}.',
    'log.fails-beside': 'السجل {origin} غير صحيح، والخلل ليس في أي قيد.',
    'log.more': '… و{count} أخرى',
    'finding.missing': 'القيد {position} مفقود.',
    'finding.payload': 'القيد {position} ({register}/{record}): تغيّر المحتوى أو ملحه.',
    'finding.envelope':
      'القيد {position} ({register}/{record}): تغيّر السجل أو الوقت أو الفاعل أو الأساس القانوني أو السبب أو الالتزام.',
    'finding.commitment': 'القيد {position}: تغيّر الالتزام المخزّن؛ والقيد نفسه صحيح.',
    'finding.erasure': 'القيد {position} ({register}/{record}) يُقال إنه مُحي ولا يزال منه شيء.',
    'finding.tile': 'البلاطة {tile} تغيّرت أو فُقدت؛ ويُحكم على القيود التي تحتها بذاتها.',
    'finding.checkpoint': 'نقطة تحقق لعدد {size} من القيود: تالفة أو لسجل آخر أو غير موقّعة بمفتاح معروف.',
    'finding.history': 'القيود من {position} إلى {upTo} لا تؤدي إلى الجذر الموقّع لعدد {size} من القيود.',
    'finding.truncated': 'ينتهي السجل قبل القيد {position}، وقد وُقّعت نقطة تحقق لعدد {size} من القيود.',
    'refused.source': 'تعذّرت قراءة {source}: {reason}',
    'refused.key': '«{value}» ليس مفتاح تحقق (الاسم+المعرّف+base64).',
  },
  fa: {
    'verb.verify':
      'یک رسید، یک انتشار، دفتر یک نشانی یا دفتر انبار را بررسی می‌کند؛ اگر چیزی درست نباشد کد خروج ۱ است',
    'argument.source': 'پرونده یا نشانی رسید، پوشه یا نشانی انتشار، یا نشانی دفتر؛ اگر داده نشود دفتر انبار',
    'option.key': 'کلید بررسی دفتر که از جای دیگری دارید (نام+شناسه+base64)؛ می‌توان چند بار داد',
    'option.checkpoint': 'پروندهٔ نقطهٔ وارسی که نگه داشته‌اید: دفتر باید ادامهٔ آن باشد؛ می‌توان چند بار داد',
    'receipt.holds': 'رسید درست است: ورودی {position} دفتر {origin} دربارهٔ {register}/{record} است.',
    'receipt.recorded': 'در {recordedAt} به دست {actor} ثبت شد. مبنای قانونی: {legalBasis}. علت: {cause}.',
    'receipt.fails': 'رسید درست نیست:',
    'receipt.erased': 'محتوا به حکم قانون پاک شده است؛ بودن ورودی در جای خود ثابت است.',
    'receipt.withheld': 'محتوا بخشی از این رسید نیست؛ بودن ورودی در جای خود ثابت است.',
    'fault.format': 'این پرونده رسید افق نیست یا نقطهٔ وارسی آن خوانده نمی‌شود.',
    'fault.leaf': 'برگ به شکل متعارف نیست.',
    'fault.payload': 'محتوا یا نمک آن همان نیست که ثبت شده بود.',
    'fault.inclusion': 'برگ در درخت نقطهٔ وارسی نیست.',
    'fault.signature': 'هیچ کلید شناخته‌ای نقطهٔ وارسی را امضا نکرده یا امضایی نادرست است.',
    'fault.witness': 'گواهی که نام بردید نقطهٔ وارسی را امضا نکرده است.',
    'keys.witnessed': 'گواهانی که نام بردید امضا کرده‌اند: {names}.',
    'option.witness': 'کلید بررسی گواهی که باید امضا کرده باشد؛ می‌توان چند بار داد',
    'keys.trusted': 'با کلیدهایی که دادید بررسی شد: {ids}.',
    'keys.untrusted':
      'با کلیدهای همراه بررسی شد ({ids}). آن‌ها را با آنچه از جای دیگر می‌دانید بسنجید یا کلید خود را با ‎--key بدهید.',
    'log.holds': 'دفتر {origin} درست است. ورودی‌ها: {proven}؛ نقطه‌های وارسی: {checkpoints}.',
    'log.unproven': 'ورودی‌هایی که هنوز زیر نقطهٔ وارسی نیستند: {count}.',
    'log.erased': 'محتواهای پاک‌شده به حکم قانون: {count} ({positions}).',
    'log.fails': 'دفتر {origin} درست نیست. نخستین ورودی نادرست: {first}.',
    'log.fails-beside': 'دفتر {origin} درست نیست؛ ایراد از هیچ ورودی نیست.',
    'log.more': '… و {count} مورد دیگر',
    'finding.missing': 'ورودی {position} نیست.',
    'finding.payload': 'ورودی {position} ({register}/{record}): محتوا یا نمک آن دگرگون شده است.',
    'finding.envelope':
      'ورودی {position} ({register}/{record}): رکورد، زمان، کننده، مبنای قانونی، علت یا تعهد دگرگون شده است.',
    'finding.commitment': 'ورودی {position}: تعهد ذخیره‌شده دگرگون شده؛ خود ورودی درست است.',
    'finding.erasure': 'گفته شده ورودی {position} ({register}/{record}) پاک شده، اما چیزی از آن مانده است.',
    'finding.tile': 'کاشی {tile} دگرگون شده یا نیست؛ ورودی‌های زیر آن جداگانه سنجیده می‌شوند.',
    'finding.checkpoint': 'نقطهٔ وارسی {size} ورودی: آسیب‌دیده، از دفتری دیگر، یا بی‌امضای کلید شناخته.',
    'finding.history': 'ورودی‌های {position} تا {upTo} به ریشه‌ای که برای {size} ورودی امضا شده نمی‌رسند.',
    'finding.truncated':
      'دفتر پیش از ورودی {position} پایان می‌یابد، حال آنکه نقطهٔ وارسی {size} ورودی امضا شده است.',
    'refused.source': '{source} خوانده نمی‌شود: {reason}',
    'refused.key': '«{value}» کلید بررسی نیست (نام+شناسه+base64).',
  },
});
