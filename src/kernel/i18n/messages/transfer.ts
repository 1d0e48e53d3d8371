import { defineCatalogue } from '../catalogue.ts';

/** What an import or an export says of a file, a layer or a record. */
export const transferMessages = defineCatalogue({
  en: {
    'finding.layer-ambiguous':
      'The file has several layers ({layers}) and one register takes one of them: name it with --layer.',
    'finding.crs-missing':
      'The file does not say in which reference system the coordinates of "{layer}" are. Name it with --crs, for example --crs EPSG:32639.',
    'finding.crs-unknown':
      'The reference system "{value}" is not known here. Name one with --crs, for example --crs EPSG:4326.',
    'finding.register-exists':
      'There already is a register "{register}". Import into it with --register {register}, or drop it first.',
    'finding.register-renamed':
      'There already is a register "{register}" of the program itself; the layer became the register "{id}".',
    'finding.field-missing': 'The file has no field "{field}"; it has {fields}.',
    'finding.id-missing': 'The field "{field}" that holds the ids is empty here; every record needs an id.',
    'finding.duplicate-id':
      'The id "{value}" is taken by row {other} of the same file; every record needs an id of its own.',
    'finding.record-exists':
      'The register "{register}" already has a record "{record}". Give it another id, or replace what exists with --replace.',
    'finding.geometry-none': 'The record has no geometry: it will stand in lists and not on the map.',
    'finding.geometry-collapsed': 'Nothing is left of the geometry once it is made valid.',
    'finding.record-id':
      '"{value}" cannot be the id of a record: 1 to 200 characters without control characters.',
  },
  az: {
    'finding.layer-ambiguous':
      'Faylda bir neçə qat var ({layers}), bir reyestr isə yalnız birini götürür: onu --layer ilə adlandırın.',
    'finding.crs-missing':
      'Fayl "{layer}" qatının koordinatlarının hansı koordinat sistemində olduğunu bildirmir. Onu --crs ilə göstərin, məsələn --crs EPSG:32639.',
    'finding.crs-unknown':
      '"{value}" koordinat sistemi burada tanınmır. --crs ilə birini göstərin, məsələn --crs EPSG:4326.',
    'finding.register-exists':
      '"{register}" reyestri artıq var. --register {register} ilə ona idxal edin və ya əvvəlcə onu silin.',
    'finding.register-renamed': 'Proqramın özünün "{register}" reyestri artıq var; qat "{id}" reyestri oldu.',
    'finding.field-missing': 'Faylda "{field}" sahəsi yoxdur; olanlar: {fields}.',
    'finding.id-missing':
      'İdentifikatoru saxlayan "{field}" sahəsi burada boşdur; hər yazının identifikatoru olmalıdır.',
    'finding.duplicate-id':
      '"{value}" identifikatorunu həmin faylın {other} nömrəli sətri tutub; hər yazının öz identifikatoru olmalıdır.',
    'finding.record-exists':
      '"{register}" reyestrində "{record}" yazısı artıq var. Başqa identifikator verin və ya --replace ilə mövcud olanı əvəz edin.',
    'finding.geometry-none': 'Yazının həndəsəsi yoxdur: siyahılarda olacaq, xəritədə olmayacaq.',
    'finding.geometry-collapsed': 'Həndəsə düzəldiləndən sonra ondan heç nə qalmır.',
    'finding.record-id':
      '"{value}" yazının identifikatoru ola bilməz: idarəedici simvolsuz 1–200 simvol olmalıdır.',
  },
  ar: {
    'finding.layer-ambiguous':
      'في الملف عدة طبقات ({layers}) والسجل الواحد يأخذ واحدة منها: سمِّها بالخيار ‎--layer.',
    'finding.crs-missing':
      'لا يذكر الملف نظام الإحداثيات المرجعي للطبقة «{layer}». اذكره بالخيار ‎--crs، مثل ‎--crs EPSG:32639.',
    'finding.crs-unknown':
      'نظام الإحداثيات «{value}» غير معروف هنا. اذكر نظامًا بالخيار ‎--crs، مثل ‎--crs EPSG:4326.',
    'finding.register-exists':
      'يوجد سجل باسم «{register}». استورد إليه بالخيار ‎--register {register} أو احذفه أولًا.',
    'finding.register-renamed': 'للبرنامج نفسه سجل باسم «{register}»؛ فصارت الطبقة السجل «{id}».',
    'finding.field-missing': 'ليس في الملف حقل «{field}»؛ فيه: {fields}.',
    'finding.id-missing': 'الحقل «{field}» الذي يحمل المعرّفات فارغ هنا؛ كل قيد يحتاج إلى معرّف.',
    'finding.duplicate-id': 'المعرّف «{value}» يشغله الصف {other} من الملف نفسه؛ لكل قيد معرّفه الخاص.',
    'finding.record-exists':
      'في السجل «{register}» قيد باسم «{record}». أعطه معرّفًا آخر أو استبدل الموجود بالخيار ‎--replace.',
    'finding.geometry-none': 'ليس للقيد شكل هندسي: سيظهر في القوائم ولن يظهر على الخريطة.',
    'finding.geometry-collapsed': 'لا يبقى من الشكل الهندسي شيء بعد تصحيحه.',
    'finding.record-id': 'لا يصلح «{value}» معرّفًا لقيد: من 1 إلى 200 محرف بلا محارف تحكم.',
  },
  fa: {
    'finding.layer-ambiguous':
      'پرونده چند لایه دارد ({layers}) و هر ثبت یکی از آن‌ها را می‌پذیرد: آن را با ‎--layer نام ببرید.',
    'finding.crs-missing':
      'پرونده نمی‌گوید مختصات «{layer}» در کدام دستگاه مختصات است. آن را با ‎--crs نام ببرید، مانند ‎--crs EPSG:32639.',
    'finding.crs-unknown':
      'دستگاه مختصات «{value}» اینجا شناخته نیست. یکی را با ‎--crs نام ببرید، مانند ‎--crs EPSG:4326.',
    'finding.register-exists':
      'ثبت «{register}» از پیش هست. با ‎--register {register} به آن وارد کنید یا نخست حذفش کنید.',
    'finding.register-renamed': 'برنامه خود ثبت «{register}» دارد؛ لایه ثبت «{id}» شد.',
    'finding.field-missing': 'پرونده فیلد «{field}» ندارد؛ دارد: {fields}.',
    'finding.id-missing': 'فیلد «{field}» که شناسه را نگه می‌دارد اینجا خالی است؛ هر رکورد شناسه می‌خواهد.',
    'finding.duplicate-id':
      'شناسهٔ «{value}» را ردیف {other} همین پرونده گرفته است؛ هر رکورد شناسهٔ خود را می‌خواهد.',
    'finding.record-exists':
      'ثبت «{register}» رکورد «{record}» را از پیش دارد. شناسهٔ دیگری بدهید یا با ‎--replace آن را جایگزین کنید.',
    'finding.geometry-none': 'رکورد هندسه ندارد: در فهرست‌ها می‌آید و روی نقشه نه.',
    'finding.geometry-collapsed': 'پس از درست کردن هندسه چیزی از آن نمی‌ماند.',
    'finding.record-id': '«{value}» نمی‌تواند شناسهٔ رکورد باشد: ۱ تا ۲۰۰ نویسه بدون نویسهٔ کنترلی.',
  },
});
