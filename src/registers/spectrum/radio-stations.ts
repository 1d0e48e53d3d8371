import { defineRegister } from '../../kernel/register/define-register.ts';
import { closedField, districtField, nameField, noteField } from '../fields.ts';
import { notBefore } from '../rules.ts';
import { code, text } from '../text.ts';

/** Transmitters whose field at the border is predicted, measured and coordinated. */
export const radioStations = defineRegister({
  id: 'radio-stations',
  title: text('Radiostansiyalar', 'Radio stations', 'المحطات الراديوية', 'ایستگاه‌های رادیویی'),
  description: text(
    'Tezlik təyinatları: tezlik, güc, antena və koordinasiya vəziyyəti. Nümunə stansiyaları sintetikdir.',
    'Assignments: frequency, power, antenna and state of coordination. The stations of the demonstration are synthetic.',
    'التخصيصات: التردد والقدرة والهوائي وحالة التنسيق. محطات العرض اصطناعية.',
    'تخصیص‌ها: فرکانس، توان، آنتن و وضعیت هماهنگی. ایستگاه‌های نمونه ساختگی‌اند.',
  ),
  desk: 'spectrum',
  theme: 'utility-and-governmental-services',
  steward: 'ict-agency',
  licence: 'EUPL-1.2',
  updateCycle: 'P1W',
  geometry: 'Point',
  geometryRequired: true,
  titleField: 'name',
  validTime: { kind: 'interval', from: 'in_use', to: 'closed' },
  fields: [
    nameField,
    districtField,
    {
      name: 'service',
      type: 'string',
      required: true,
      indexed: true,
      title: text('Radioxidmət', 'Radio service', 'الخدمة الراديوية', 'سرویس رادیویی'),
      codes: [
        code('land-mobile', 'yerüstü mobil', 'land mobile', 'متنقلة برية', 'متحرک زمینی'),
        code(
          'mobile-broadband',
          'genişzolaqlı mobil',
          'mobile broadband',
          'النطاق العريض المتنقل',
          'پهن‌باند سیار',
        ),
        code('fm', 'FM yayım', 'FM broadcasting', 'إذاعة FM', 'پخش FM'),
        code('dvb-t', 'rəqəmsal televiziya', 'digital television', 'تلفزيون رقمي', 'تلویزیون دیجیتال'),
        code('fixed', 'sabit', 'fixed', 'ثابتة', 'ثابت'),
      ],
    },
    {
      name: 'frequency_mhz',
      type: 'number',
      unit: 'MHz',
      minimum: 0.009,
      maximum: 3000000,
      required: true,
      indexed: true,
      title: text('Tezlik', 'Frequency', 'التردد', 'فرکانس'),
    },
    {
      name: 'bandwidth_khz',
      type: 'number',
      unit: 'kHz',
      minimum: 0,
      title: text('Zolağın eni', 'Bandwidth', 'عرض النطاق', 'پهنای باند'),
    },
    {
      name: 'emission',
      type: 'string',
      pattern: '^[0-9A-Z]{4,9}$',
      example: 'AZE00012',
      title: text('Şüalanma sinfi', 'Designation of emission', 'تسمية البث', 'نشان گسیل'),
    },
    {
      name: 'erp_dbw',
      type: 'number',
      unit: 'dB[W]',
      title: text(
        'Effektiv şüalanma gücü',
        'Effective radiated power',
        'القدرة المشعة الفعالة',
        'توان مؤثر تابشی',
      ),
    },
    {
      name: 'antenna_height_m',
      type: 'number',
      unit: 'm',
      minimum: 0,
      title: text('Antena hündürlüyü', 'Antenna height above ground', 'ارتفاع الهوائي', 'ارتفاع آنتن'),
    },
    {
      name: 'azimuth_deg',
      type: 'number',
      unit: 'deg',
      minimum: 0,
      maximum: 360,
      title: text('Azimut', 'Azimuth', 'السمت', 'سمت'),
    },
    {
      name: 'polarisation',
      type: 'string',
      title: text('Polyarizasiya', 'Polarisation', 'الاستقطاب', 'قطبش'),
      codes: [
        code('H', 'üfüqi', 'horizontal', 'أفقي', 'افقی'),
        code('V', 'şaquli', 'vertical', 'رأسي', 'عمودی'),
      ],
    },
    {
      name: 'coordination',
      type: 'string',
      required: true,
      title: text('Koordinasiya', 'Coordination', 'التنسيق', 'هماهنگی'),
      codes: [
        code('not-needed', 'tələb olunmur', 'not needed', 'غير مطلوب', 'لازم نیست'),
        code('requested', 'sorğu göndərilib', 'requested', 'طُلب', 'درخواست‌شده'),
        code('agreed', 'razılaşdırılıb', 'agreed', 'متفق عليه', 'توافق‌شده'),
        code('refused', 'rədd edilib', 'refused', 'مرفوض', 'ردشده'),
      ],
    },
    {
      name: 'in_use',
      type: 'date',
      title: text('İstifadəyə verilib', 'Brought into use', 'تاريخ بدء الاستخدام', 'آغاز استفاده'),
    },
    closedField,
    {
      name: 'licensee',
      type: 'string',
      secrecy: 'restricted',
      title: text('Lisenziya sahibi', 'Licensee', 'صاحب الترخيص', 'دارندهٔ پروانه'),
    },
    noteField,
  ],
  lifecycle: {
    field: 'coordination',
    initial: ['not-needed', 'requested'],
    transitions: {
      'not-needed': ['requested'],
      requested: ['agreed', 'refused'],
      agreed: ['requested'],
      refused: ['requested'],
    },
  },
  rules: [notBefore('closed', 'in_use')],
});
