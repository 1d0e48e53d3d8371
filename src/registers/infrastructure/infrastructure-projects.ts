import { defineRegister } from '../../kernel/register/define-register.ts';
import { districtField, nameField, noteField, precisionField } from '../fields.ts';
import { statusField, statusLifecycle } from '../status.ts';
import { code, text } from '../text.ts';

/** What is being built and where, so that regions can be compared and protected layers checked. */
export const infrastructureProjects = defineRegister({
  id: 'infrastructure-projects',
  title: text(
    'İnfrastruktur layihələri',
    'Infrastructure projects',
    'مشاريع البنية التحتية',
    'پروژه‌های زیرساختی',
  ),
  description: text(
    'Layihələr: növ, yer, maliyyə, müddət və vəziyyət.',
    'Projects: kind, place, money, due date and status.',
    'المشاريع: النوع والمكان والتمويل والموعد والحالة.',
    'پروژه‌ها: نوع، محل، تأمین مالی، موعد و وضعیت.',
  ),
  desk: 'infrastructure',
  theme: 'utility-and-governmental-services',
  geometry: 'Geometry',
  titleField: 'name',
  fields: [
    nameField,
    {
      name: 'kind',
      type: 'string',
      required: true,
      title: text('Növ', 'Kind', 'النوع', 'نوع'),
      codes: [
        code('data-centre', 'məlumat mərkəzi', 'data centre', 'مركز بيانات', 'مرکز داده'),
        code('data-corridor', 'məlumat dəhlizi', 'data corridor', 'ممر بيانات', 'دالان داده'),
        code('transport', 'nəqliyyat', 'transport', 'نقل', 'حمل‌ونقل'),
        code('crossing', 'sərhəd keçidi', 'border crossing', 'معبر حدودي', 'گذرگاه مرزی'),
        code('water', 'su təsərrüfatı', 'water', 'مياه', 'آب'),
        code('energy', 'energetika', 'energy', 'طاقة', 'انرژی'),
        code('social', 'sosial obyekt', 'social facility', 'مرفق اجتماعي', 'بنای اجتماعی'),
        code('satellite', 'peyk', 'satellite', 'قمر صناعي', 'ماهواره'),
      ],
    },
    districtField,
    {
      name: 'owner',
      type: 'string',
      ref: 'organisations',
      title: text('Sifarişçi', 'Owner', 'صاحب المشروع', 'کارفرما'),
    },
    statusField,
    { name: 'cost', type: 'number', minimum: 0, title: text('Dəyər', 'Cost', 'التكلفة', 'هزینه') },
    {
      name: 'currency',
      type: 'string',
      pattern: '^[A-Z]{3}$',
      example: 'AZN',
      title: text('Valyuta (ISO 4217)', 'Currency (ISO 4217)', 'العملة (ISO 4217)', 'ارز (ISO 4217)'),
    },
    { name: 'started', type: 'date', title: text('Başlayıb', 'Started', 'تاريخ البدء', 'تاریخ آغاز') },
    {
      name: 'due',
      type: 'date',
      title: text('Gözlənilən tarix', 'Due', 'الموعد المتوقع', 'موعد پیش‌بینی‌شده'),
    },
    {
      name: 'completed',
      type: 'date',
      title: text('Tamamlanıb', 'Completed', 'تاريخ الإنجاز', 'تاریخ تکمیل'),
    },
    precisionField('date_precision'),
    noteField,
  ],
  lifecycle: statusLifecycle,
});
