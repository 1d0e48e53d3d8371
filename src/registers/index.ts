import type { Register } from '../kernel/register/register.ts';
import { dataCentres } from './infrastructure/data-centres.ts';
import { districts } from './land/districts.ts';
import { places } from './land/places.ts';

/** Every register that the program knows from its code. */
export const registers: readonly Register[] = [districts, places, dataCentres];
