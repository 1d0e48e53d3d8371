import type { Caller } from '../access/caller.ts';
import type { Language } from '../i18n/language.ts';
import type { Register } from '../register/register.ts';
import type { Services } from '../services.ts';
import type { Link } from './links.ts';
import type { HttpSettings } from './settings.ts';

/** Whom a document is made for, and by which installation. */
export interface DoorContext {
  readonly services: Services;
  readonly settings: HttpSettings;
  readonly caller: Caller;
  readonly language: Language;
  /** Absolute URL of the server, without a slash at the end. */
  readonly base: string;
}

/** A collection that is no register, as `/collections` lists it. */
export interface ContributedCollection {
  readonly id: string;
  readonly title: string;
  readonly links: readonly Link[];
  readonly [member: string]: unknown;
}

/** A part of the OpenAPI 3.0 document. */
export interface ApiPart {
  readonly tags?: readonly { readonly name: string }[];
  readonly paths: Readonly<Record<string, object>>;
  readonly schemas?: Readonly<Record<string, object>>;
  readonly parameters?: Readonly<Record<string, object>>;
}

/**
 * What a standard or a room adds to the documents that describe the whole API, so that one standard need not know
 * another: landing page, conformance declaration, list of collections, links of a register, OpenAPI document.
 */
export interface Contribution {
  /** Conformance classes that hold. */
  readonly conformsTo?: readonly string[];
  landing?(door: DoorContext): readonly Link[];
  collections?(door: DoorContext): Promise<readonly ContributedCollection[]>;
  collectionLinks?(door: DoorContext, register: Register): readonly Link[];
  api?(door: DoorContext): ApiPart;
}
