/** Who acts in this window: the token stays in its session storage, and goes when the window closes. */
export interface Session {
  readonly token: string;
  /** Name that entries will carry as their actor. */
  readonly name: string;
}

/** The session with what the sign-in dialog needs to know. */
export interface SessionState {
  readonly session: Session | undefined;
  /** Somebody has to sign in before what was tried can be done: the dialog stands open. */
  readonly isAsked: boolean;
  /** The server refused the token that was in use. */
  readonly isLapsed: boolean;
}

const storageKey = 'ufuq-session';
const listeners = new Set<() => void>();
let state: SessionState = { session: stored(), isAsked: false, isLapsed: false };

export function sessionState(): SessionState {
  return state;
}

/** Calls back on every change. Returns the function that stops it. */
export function onSessionChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function beginSession(session: Session): void {
  keep(session);
  change({ session, isAsked: false, isLapsed: false });
}

export function endSession(): void {
  keep(undefined);
  change({ session: undefined, isAsked: false, isLapsed: false });
}

/** Opens the sign-in dialog. */
export function askToSignIn(): void {
  change({ ...state, isAsked: true });
}

export function closeSignIn(): void {
  change({ ...state, isAsked: false, isLapsed: false });
}

/** What an answer of 401 or 403 leads to: a token that no longer counts is dropped, and the dialog opens. */
export function signInAgain(usedToken: string | undefined): void {
  if (usedToken !== undefined && usedToken !== state.session?.token) return;
  keep(undefined);
  change({ session: undefined, isAsked: true, isLapsed: usedToken !== undefined });
}

function change(next: SessionState): void {
  state = next;
  for (const listener of listeners) listener();
}

function keep(session: Session | undefined): void {
  try {
    if (session === undefined) sessionStorage.removeItem(storageKey);
    else sessionStorage.setItem(storageKey, JSON.stringify(session));
  } catch {
    // Storage may be switched off; the session then lasts as long as the page.
  }
}

function stored(): Session | undefined {
  try {
    const { token, name } = JSON.parse(sessionStorage.getItem(storageKey) ?? 'null') ?? {};
    return typeof token === 'string' && typeof name === 'string' ? { token, name } : undefined;
  } catch {
    return undefined;
  }
}
