import { names } from '../names/names.ts';
import { approximate, derived, type PackRecord, real, record, synthetic } from '../record.ts';

const spot7 = 'ESA, SPOT-7; Airbus data sheet via docslib';

export function satelliteRecords(): PackRecord[] {
  return [azersky(), spot6(), ...azersky2(), ...geostationary()];
}

function azersky(): PackRecord {
  return record(
    'azersky',
    null,
    {
      name: names('Azersky (SPOT-7) | Azersky (SPOT-7) | آذرسكاي (SPOT-7) | آذراسکای (SPOT-7)'),
      operator: 'azercosmos',
      mission: 'observation',
      status: 'lost',
      norad_id: 40053,
      orbit: 'sun-synchronous',
      altitude_km: 694,
      semi_major_axis_km: 7079,
      inclination_deg: 98.2,
      period_min: 98.79,
      ltdn: '10:00',
      repeat_days: 26,
      gsd_pan_m: 1.5,
      gsd_ms_m: 6,
      swath_km: 60,
      strip_max_km: 600,
      roll_max_deg: 30,
      roll_extended_deg: 45,
      launched: '2014-06-30',
      ended: '2023-03-31',
      note: 'contact lost in March 2023 (announced on 20 April), the day is not known here; semi-major axis computed from 379 revolutions in 26 days; NORAD number from general knowledge',
    },
    derived(`${spot7}; azernews 208922; seradata`),
  );
}

function spot6(): PackRecord {
  return record(
    'spot-6',
    null,
    {
      name: names('SPOT-6 | SPOT-6 | SPOT-6 | SPOT-6'),
      mission: 'observation',
      status: 'operating',
      substitutes: 'azersky',
      note: 'stands in for Azersky since contact with it was lost; not operated by Azercosmos',
    },
    real('azernews 208922; seradata'),
  );
}

function azersky2(): PackRecord[] {
  const pair = [
    [
      'azersky-2a',
      '2026-12-31',
      'Azersky-2, birinci peyk | Azersky-2, first satellite | آذرسكاي-2، القمر الأول | آذراسکای-۲، ماهوارهٔ نخست',
    ],
    [
      'azersky-2b',
      '2028-12-31',
      'Azersky-2, ikinci peyk | Azersky-2, second satellite | آذرسكاي-2، القمر الثاني | آذراسکای-۲، ماهوارهٔ دوم',
    ],
  ] as const;
  const reported = pair.map(([id, due, line], index) =>
    record(
      id,
      null,
      {
        name: names(line),
        operator: 'azercosmos',
        mission: 'observation',
        status: index === 0 ? 'launch-unconfirmed' : 'planned',
        launch_due: due,
        date_precision: 'year',
        note: 'built by IAI, better than 0.5 m, SpaceX chosen to launch, said to be on schedule in December 2025; orbit and swath not published',
      },
      real('globes 1001459210; menafn 1107186572; trend.az 4106631; report.az (3 December 2025)'),
    ),
  );
  return [...reported, orbitForPlanning()];
}

function orbitForPlanning(): PackRecord {
  return record(
    'demo-half-metre',
    null,
    {
      name: names(
        'Nümunə peyki, 0,5 m | Demonstration satellite, 0.5 m | قمر العرض، 0.5 م | ماهوارهٔ نمونه، نیم‌متری',
      ),
      mission: 'observation',
      status: 'planned',
      orbit: 'sun-synchronous',
      altitude_km: 500,
      inclination_deg: 97.4,
      period_min: 94.6,
      ltdn: '10:30',
      gsd_pan_m: 0.5,
      gsd_ms_m: 2,
      swath_km: 12,
      roll_max_deg: 30,
      note: 'an invented satellite to plan with; it is not Azersky-2, whose orbit nobody published',
    },
    synthetic(1),
  );
}

function geostationary(): PackRecord[] {
  const slots = [
    ['azerspace-1', 46, '2013-02-07', 'Azerspace-1 | Azerspace-1 | آذرسبيس-1 | آذراسپیس-۱'],
    ['azerspace-2', 45, '2018-09-25', 'Azerspace-2 | Azerspace-2 | آذرسبيس-2 | آذراسپیس-۲'],
  ] as const;
  return slots.map(([id, slot, launched, line]) =>
    record(
      id,
      null,
      {
        name: names(line),
        operator: 'azercosmos',
        mission: 'communication',
        status: 'operating',
        orbit: 'geostationary',
        slot_deg_e: slot,
        launched,
        date_precision: 'day',
        note: 'slot published; date of launch and present state from general knowledge',
      },
      approximate('slot: report.az (21 October 2025), azernews 131047; the rest: general knowledge'),
    ),
  );
}
