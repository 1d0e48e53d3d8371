import { defineRegister } from '../../kernel/register/define-register.ts';
import { nameField, noteField, placeField } from '../fields.ts';
import { code, text } from '../text.ts';

/** Where corridor segments meet: the nodes of the graph in which cuts are simulated. */
export const pointsOfPresence = defineRegister({
  id: 'points-of-presence',
  title: text('Qoşulma nöqtələri', 'Points of presence', 'نقاط التواجد', 'نقاط حضور'),
  description: text(
    'Məlumat dəhlizlərinin qovşaqları, şəhər dəqiqliyi ilə.',
    'Nodes of the data corridors, at city level.',
    'عقد ممرات البيانات بدقة المدينة.',
    'گره‌های دالان‌های داده در سطح شهر.',
  ),
  desk: 'infrastructure',
  theme: 'utility-and-governmental-services',
  geometry: 'Point',
  geometryRequired: true,
  titleField: 'name',
  fields: [
    nameField,
    placeField,
    { name: 'country', type: 'string', ref: 'countries', title: text('Ölkə', 'Country', 'البلد', 'کشور') },
    {
      name: 'kind',
      type: 'string',
      required: true,
      title: text('Növ', 'Kind', 'النوع', 'نوع'),
      codes: [
        code('exchange', 'mübadilə nöqtəsi', 'exchange point', 'نقطة تبادل', 'نقطهٔ تبادل'),
        code('node', 'qovşaq', 'node', 'عقدة', 'گره'),
        code('landing', 'sualtı kabelin çıxışı', 'cable landing', 'محطة إنزال كابل', 'محل فرود کابل'),
        code('border', 'sərhəd birləşməsi', 'border connection', 'وصلة حدودية', 'اتصال مرزی'),
      ],
    },
    noteField,
  ],
});
