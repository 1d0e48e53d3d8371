/** Who asks. Until people can sign in there are two: anyone, and the holder of the administrator token. */
export interface Caller {
  readonly kind: 'anonymous' | 'administrator';
  /** Name that entries carry as their actor. */
  readonly name: string;
}

export const anonymous: Caller = { kind: 'anonymous', name: 'anonymous' };
export const administrator: Caller = { kind: 'administrator', name: 'administrator' };
