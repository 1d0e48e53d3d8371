import { defineRegister } from '../../kernel/register/define-register.ts';
import { endsField, noteField } from '../fields.ts';
import { notBefore } from '../rules.ts';
import { code, text } from '../text.ts';

/** Who answers for it that a register misses nothing, where and for which period; a count without one is "unknown". */
export const completenessStatements = defineRegister({
  id: 'completeness-statements',
  title: text('Tamlıq bəyanatları', 'Completeness statements', 'بيانات الاكتمال', 'بیانیه‌های کامل بودن'),
  description: text(
    'Reyestrin hansı ərazidə və hansı dövr üçün tam olduğunu kim, nəyin əsasında bildirir. Ərazisi olmayan bəyanat hər yerə aiddir.',
    'Who says, and on what basis, that a register is complete in an area for a period. A statement without an area speaks of everywhere.',
    'من يقول، وعلى أي أساس، إن السجل كامل في منطقة لفترة. البيان بلا منطقة يشمل كل مكان.',
    'چه کسی و بر چه مبنایی می‌گوید دفتر ثبت در یک محدوده و برای یک دوره کامل است. بیانیهٔ بدون محدوده همه‌جا را دربر می‌گیرد.',
  ),
  desk: 'commitments',
  geometry: 'MultiPolygon',
  titleField: 'register',
  validTime: { kind: 'interval', from: 'starts', to: 'ends' },
  access: { read: 'public', rows: "secrecy IS NULL OR secrecy <> 'restricted'" },
  fields: [
    {
      name: 'register',
      type: 'string',
      required: true,
      indexed: true,
      pattern: '^[a-z0-9_-]{1,100}$',
      example: 'data-centres',
      title: text('Reyestr', 'Register', 'السجل', 'دفتر ثبت'),
      description: text(
        'Tam olduğu bildirilən reyestrin identifikatoru.',
        'Id of the register that is said to be complete.',
        'معرّف السجل الذي يقال إنه كامل.',
        'شناسهٔ دفتر ثبتی که کامل خوانده می‌شود.',
      ),
    },
    {
      name: 'custodian',
      type: 'string',
      required: true,
      ref: 'organisations',
      indexed: true,
      title: text('Bəyan edən qurum', 'Custodian', 'الجهة القيّمة', 'متولی'),
    },
    {
      name: 'basis',
      type: 'localized',
      required: true,
      title: text('Əsas', 'Basis', 'الأساس', 'مبنا'),
      description: text(
        'Nəyə görə tam sayılır: siyahıyaalma, qanuni qeydiyyat, müqayisə.',
        'Why it counts as complete: a census, a duty to register, a comparison.',
        'لماذا يُعد كاملًا: تعداد أو واجب تسجيل أو مقارنة.',
        'چرا کامل به شمار می‌آید: سرشماری، الزام ثبت، مقایسه.',
      ),
    },
    {
      name: 'starts',
      type: 'date',
      required: true,
      title: text('Tamdır: bu gündən', 'Complete from', 'كامل من', 'کامل از'),
    },
    endsField,
    {
      name: 'secrecy',
      type: 'string',
      title: text('Kimə açıqdır', 'Who may read it', 'من يطّلع عليه', 'چه کسی می‌خواند'),
      description: text(
        'Məhdud reyestr haqqında bəyanat da məhdud olmalıdır.',
        'A statement about a restricted register is itself to be restricted.',
        'البيان عن سجل مقيد يجب أن يكون مقيدًا أيضًا.',
        'بیانیه دربارهٔ دفتر محدود خود نیز باید محدود باشد.',
      ),
      codes: [
        code('public', 'hamıya', 'everybody', 'الجميع', 'همه'),
        code('restricted', 'məhdud', 'restricted', 'مقيد', 'محدود'),
      ],
    },
    noteField,
  ],
  rules: [notBefore('ends', 'starts')],
});
