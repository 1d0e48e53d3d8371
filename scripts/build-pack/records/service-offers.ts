import { seededRandom } from '../../../src/kernel/generate/random.ts';
import { type PackRecord, record, synthetic } from '../record.ts';
import { publicServiceRecords } from './public-services.ts';
import { serviceCentreRecords } from './service-centres.ts';

const seed = 320;

/** Which operating centre offers which service: made up, since no list by centre was found. */
export function serviceOfferRecords(): PackRecord[] {
  const random = seededRandom(seed);
  const open = serviceCentreRecords().filter((centre) => centre.properties.status === 'operating');
  return open.flatMap((centre) =>
    publicServiceRecords()
      .filter(() => random.next() < 0.78)
      .map((service) =>
        record(
          `${centre.id}-${service.id}`,
          null,
          {
            centre: centre.id,
            service: service.id,
            counters: random.integer(1, 6),
            starts: centre.properties.opened ?? `${random.integer(2016, 2022)}-01-01`,
          },
          synthetic(seed),
        ),
      ),
  );
}
