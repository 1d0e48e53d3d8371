import { names } from '../names/names.ts';
import { type PackRecord, real, record, synthetic } from '../record.ts';

export function carrierRecords(): PackRecord[] {
  return [
    record(
      'azertelecom',
      null,
      {
        name: names('AzerTelecom | AzerTelecom | آذرتيليكوم | آذرتلکام'),
        organisation: 'azertelecom',
        country: 'AZ',
        scope: 'international',
      },
      real('armenpress 1253798; bizfortune'),
    ),
    record(
      'delta-telecom',
      null,
      {
        name: names('Delta Telekom | Delta Telecom | دلتا تيليكوم | دلتا تلکام'),
        organisation: 'delta-telecom',
        country: 'AZ',
        scope: 'international',
      },
      real('trend.az 2457123'),
    ),
    record(
      'telecom-armenia',
      null,
      {
        name: names('Telecom Armenia | Telecom Armenia | تيليكوم أرمينيا | تلکام ارمنستان'),
        organisation: 'telecom-armenia',
        country: 'AM',
        scope: 'international',
      },
      real('armenpress 1253798'),
    ),
    record(
      'epeg',
      null,
      { name: names('EPEG | EPEG | EPEG | EPEG'), organisation: 'epeg', scope: 'international' },
      real('trend.az 2012560; regionplus 5582'),
    ),
    ...['A', 'B', 'C'].map((letter) =>
      record(
        `demo-${letter.toLowerCase()}`,
        null,
        {
          name: names(
            `Nümunə operatoru ${letter} | Demonstration carrier ${letter} | مشغل العرض ${letter} | حامل نمونهٔ ${letter}`,
          ),
          country: 'AZ',
          scope: 'national',
          note: 'made up; carries the demonstration backbone only',
        },
        synthetic(1),
      ),
    ),
  ];
}
