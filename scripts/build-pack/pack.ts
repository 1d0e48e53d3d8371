import type { PackRecord } from './record.ts';
import { agreementRecords } from './records/agreements.ts';
import { borderCrossingRecords, crossingQueueRecords } from './records/border-crossings.ts';
import { borderLengthRecords, borderLineRecords } from './records/border-lines.ts';
import { carrierRecords } from './records/carriers.ts';
import { commitmentRecords } from './records/commitments.ts';
import { completenessStatementRecords } from './records/completeness-statements.ts';
import { corridorSegmentRecords } from './records/corridor-segments.ts';
import { countryRecords } from './records/countries.ts';
import { dataCentreRecords } from './records/data-centres.ts';
import { districtRecords } from './records/districts.ts';
import { economicRegionRecords } from './records/economic-regions.ts';
import { governmentSystemRecords } from './records/government-systems.ts';
import { imagerySceneRecords } from './records/imagery-scenes.ts';
import { indicatorRecords } from './records/indicators.ts';
import { infrastructureProjectRecords } from './records/infrastructure-projects.ts';
import { organisationRecords } from './records/organisations.ts';
import { permitRuleRecords } from './records/permit-rules.ts';
import { permitZoneRecords } from './records/permit-zones.ts';
import { placeRecords } from './records/places.ts';
import { pointOfPresenceRecords } from './records/points-of-presence.ts';
import { promiseEventRecords } from './records/promise-events.ts';
import { protectedAreaRecords } from './records/protected-areas.ts';
import { publicServiceRecords } from './records/public-services.ts';
import { radioStationRecords } from './records/radio-stations.ts';
import { satelliteRecords } from './records/satellites.ts';
import { serviceCentreRecords } from './records/service-centres.ts';
import { serviceOfferRecords } from './records/service-offers.ts';
import { settlementRecords } from './records/settlements.ts';
import { systemHostingRecords } from './records/system-hosting.ts';
import { themeRecords } from './records/themes.ts';

/** Every record of the pack by register, in an order in which what is referred to comes first. */
export function packRecords(): ReadonlyMap<string, readonly PackRecord[]> {
  const { parcels, buildings, addresses } = settlementRecords();
  return new Map<string, readonly PackRecord[]>([
    // The pack carries no documents of others: they are under copyright.
    ['documents', []],
    ['countries', countryRecords()],
    ['economic-regions', economicRegionRecords()],
    ['administrative-districts', districtRecords()],
    ['settlements', placeRecords()],
    ['organisations', organisationRecords()],
    ['completeness-statements', completenessStatementRecords({ parcels, buildings, addresses })],
    ['themes', themeRecords()],
    ['indicators', indicatorRecords()],
    ['parcels', parcels],
    ['buildings', buildings],
    ['addresses', addresses],
    ['protected-areas', protectedAreaRecords()],
    ['service-centres', serviceCentreRecords()],
    ['public-services', publicServiceRecords()],
    ['service-offers', serviceOfferRecords()],
    ['permit-zones', permitZoneRecords()],
    ['permit-rules', permitRuleRecords()],
    ['satellites', satelliteRecords()],
    ['imagery-scenes', imagerySceneRecords()],
    ['data-centres', dataCentreRecords()],
    ['government-systems', governmentSystemRecords()],
    ['system-hosting', systemHostingRecords()],
    ['carriers', carrierRecords()],
    ['points-of-presence', pointOfPresenceRecords()],
    ['corridor-segments', corridorSegmentRecords()],
    ['border-crossings', borderCrossingRecords()],
    ['crossing-queues', crossingQueueRecords()],
    ['infrastructure-projects', infrastructureProjectRecords()],
    ['border-lines', borderLineRecords()],
    ['border-lengths', borderLengthRecords()],
    ['radio-stations', radioStationRecords()],
    ['agreements', agreementRecords()],
    ['commitments', commitmentRecords()],
    // No text of an agreement and no committee is held here with a source that may be given on.
    ['agreement-texts', []],
    ['committees', []],
    ['promise-events', promiseEventRecords()],
  ]);
}
