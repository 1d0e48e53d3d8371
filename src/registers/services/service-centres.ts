import { defineRegister } from '../../kernel/register/define-register.ts';
import {
  closedField,
  districtField,
  nameField,
  noteField,
  openedField,
  operatorField,
  placeField,
  precisionField,
} from '../fields.ts';
import { notBefore } from '../rules.ts';
import { statusField, statusLifecycle } from '../status.ts';
import { text } from '../text.ts';

/** Where people go for a public service in person. */
export const serviceCentres = defineRegister({
  id: 'service-centres',
  title: text('Xidmət mərkəzləri', 'Service centres', 'مراكز الخدمة', 'مراکز خدمات'),
  description: text(
    '"ASAN xidmət" mərkəzləri: yer, açılış tarixi və vəziyyət. Nöqtə şəhərin mərkəzidir.',
    'ASAN service centres: place, opening date and status. The point is the centre of the town.',
    'مراكز «آسان» للخدمات: المكان وتاريخ الافتتاح والحالة. النقطة هي مركز المدينة.',
    'مراکز خدمات «آسان»: محل، تاریخ گشایش و وضعیت. نقطه مرکز شهر است.',
  ),
  desk: 'services',
  theme: 'utility-and-governmental-services',
  steward: 'asan',
  geometry: 'Point',
  titleField: 'name',
  validTime: { kind: 'interval', from: 'opened', to: 'closed' },
  fields: [
    nameField,
    placeField,
    districtField,
    operatorField,
    statusField,
    {
      name: 'ordinal',
      type: 'integer',
      minimum: 1,
      title: text('Sıra nömrəsi', 'Ordinal', 'الترتيب', 'شمارهٔ ترتیب'),
    },
    openedField,
    precisionField('opened_precision'),
    closedField,
    noteField,
  ],
  lifecycle: statusLifecycle,
  rules: [notBefore('closed', 'opened')],
});
