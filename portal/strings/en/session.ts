/** Sentences of signing in and out, in English. */
export const session = {
  'session.title': 'Sign in as administrator',
  'session.text':
    'Whoever holds the administrator token may write. It stands in the file “admin-token” of the data folder, or in the setting of the server.',
  'session.token': 'Administrator token',
  'session.help': 'Kept in this window only, and gone when it closes.',
  'session.signIn': 'Sign in',
  'session.signOut': 'Sign out',
  'session.cancel': 'Cancel',
  'session.checking': 'Checking',
  'session.who': 'Acting: {name}',
  'session.acting': 'What you write is recorded under the name {name}.',
  'session.lapsed': 'The server no longer accepts the token that was in use. Please sign in again.',
  'session.wrong.empty': 'Please enter the token.',
  'session.wrong.refused': 'The server does not know this token. Check that it was copied whole.',
  'session.wrong.unreachable': 'The server could not check the token. Please try again.',
} as const;
