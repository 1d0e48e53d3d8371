import type { Register } from '../kernel/register/register.ts';
import { completenessStatements } from './catalogue/completeness-statements.ts';
import { documents } from './catalogue/documents.ts';
import { indicators } from './catalogue/indicators.ts';
import { organisations } from './catalogue/organisations.ts';
import { themes } from './catalogue/themes.ts';
import { agreementTexts } from './commitments/agreement-texts.ts';
import { agreements } from './commitments/agreements.ts';
import { commitments } from './commitments/commitments.ts';
import { committees } from './commitments/committees.ts';
import { promiseEvents } from './commitments/promise-events.ts';
import { borderCrossings } from './infrastructure/border-crossings.ts';
import { carriers } from './infrastructure/carriers.ts';
import { corridorSegments } from './infrastructure/corridor-segments.ts';
import { crossingQueues } from './infrastructure/crossing-queues.ts';
import { dataCentres } from './infrastructure/data-centres.ts';
import { governmentSystems } from './infrastructure/government-systems.ts';
import { infrastructureProjects } from './infrastructure/infrastructure-projects.ts';
import { pointsOfPresence } from './infrastructure/points-of-presence.ts';
import { systemHosting } from './infrastructure/system-hosting.ts';
import { addresses } from './land/addresses.ts';
import { administrativeDistricts } from './land/administrative-districts.ts';
import { buildings } from './land/buildings.ts';
import { countries } from './land/countries.ts';
import { economicRegions } from './land/economic-regions.ts';
import { parcels } from './land/parcels.ts';
import { protectedAreas } from './land/protected-areas.ts';
import { settlements } from './land/settlements.ts';
import { imageryScenes } from './observation/imagery-scenes.ts';
import { satellites } from './observation/satellites.ts';
import { permitRules } from './permits/permit-rules.ts';
import { permitZones } from './permits/permit-zones.ts';
import { publicServices } from './services/public-services.ts';
import { serviceCentres } from './services/service-centres.ts';
import { serviceOffers } from './services/service-offers.ts';
import { borderLengths } from './spectrum/border-lengths.ts';
import { borderLines } from './spectrum/border-lines.ts';
import { radioStations } from './spectrum/radio-stations.ts';

/** Every register that the program knows from its code; what a record refers to stands before it. */
export const registers: readonly Register[] = [
  documents,
  countries,
  economicRegions,
  administrativeDistricts,
  settlements,
  organisations,
  completenessStatements,
  themes,
  indicators,
  parcels,
  buildings,
  addresses,
  protectedAreas,
  serviceCentres,
  publicServices,
  serviceOffers,
  permitZones,
  permitRules,
  satellites,
  imageryScenes,
  dataCentres,
  governmentSystems,
  systemHosting,
  carriers,
  pointsOfPresence,
  corridorSegments,
  borderCrossings,
  crossingQueues,
  infrastructureProjects,
  borderLines,
  borderLengths,
  radioStations,
  agreements,
  commitments,
  agreementTexts,
  committees,
  promiseEvents,
];
