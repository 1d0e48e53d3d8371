import { defineRegister } from '../../kernel/register/define-register.ts';
import { noteField } from '../fields.ts';
import { code, text } from '../text.ts';

/** The archive of scenes: where, when, how clear and under which release class. */
export const imageryScenes = defineRegister({
  id: 'imagery-scenes',
  title: text('Təsvir səhnələri', 'Imagery scenes', 'مشاهد الصور الفضائية', 'صحنه‌های تصویری'),
  description: text(
    'Arxiv səhnələrinin izləri. Nümunə səhnələri sintetikdir, heç bir görüntü yoxdur.',
    'Footprints of archived scenes. The scenes of the demonstration are synthetic and have no pixels.',
    'مساحات مشاهد الأرشيف. مشاهد العرض اصطناعية وبلا صور.',
    'ردپای صحنه‌های بایگانی. صحنه‌های نمونه ساختگی و بی‌تصویرند.',
  ),
  desk: 'observation',
  theme: 'orthoimagery',
  steward: 'azercosmos',
  licence: 'EUPL-1.2',
  updateCycle: 'P5D',
  geometry: 'Polygon',
  geometryRequired: true,
  titleField: 'scene_code',
  validTime: { kind: 'event', at: 'acquired' },
  fields: [
    {
      name: 'scene_code',
      type: 'string',
      required: true,
      unique: true,
      title: text('Səhnə kodu', 'Scene code', 'رمز المشهد', 'کد صحنه'),
    },
    {
      name: 'satellite',
      type: 'string',
      ref: 'satellites',
      required: true,
      indexed: true,
      title: text('Peyk', 'Satellite', 'القمر الصناعي', 'ماهواره'),
    },
    {
      name: 'acquired',
      type: 'timestamp',
      required: true,
      title: text('Çəkilib', 'Acquired', 'وقت الالتقاط', 'زمان برداشت'),
    },
    {
      name: 'cloud_cover_pct',
      type: 'number',
      unit: '%',
      minimum: 0,
      maximum: 100,
      indexed: true,
      title: text('Buludluluq', 'Cloud cover', 'الغطاء السحابي', 'پوشش ابر'),
    },
    {
      name: 'gsd_m',
      type: 'number',
      unit: 'm',
      minimum: 0,
      title: text('Ayırdetmə', 'Resolution', 'الدقة', 'تفکیک'),
    },
    {
      name: 'off_nadir_deg',
      type: 'number',
      unit: 'deg',
      minimum: 0,
      maximum: 90,
      title: text('Nadirdən sapma', 'Off-nadir angle', 'زاوية البعد عن النظير', 'زاویهٔ دور از ندیر'),
    },
    {
      name: 'sun_elevation_deg',
      type: 'number',
      unit: 'deg',
      minimum: -90,
      maximum: 90,
      title: text('Günəşin hündürlüyü', 'Sun elevation', 'ارتفاع الشمس', 'ارتفاع خورشید'),
    },
    {
      name: 'release',
      type: 'string',
      required: true,
      title: text('Buraxılış sinfi', 'Release class', 'فئة الإتاحة', 'ردهٔ انتشار'),
      codes: [
        code('open', 'açıq', 'open', 'مفتوح', 'باز'),
        code('licensed', 'lisenziya ilə', 'under licence', 'بترخيص', 'با پروانه'),
        code('held', 'saxlanılır', 'held', 'محجوز', 'نگه‌داشته'),
      ],
    },
    noteField,
  ],
});
