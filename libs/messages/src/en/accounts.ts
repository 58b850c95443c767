/** Signing in. */
export const accounts = {
  'accounts.sign-in-title': 'Sign in to Tallysheet',
  'accounts.sign-in-text': 'With the access token of this installation',
  'accounts.token': 'Access token',
  'accounts.token-help': 'Whoever runs this installation has it.',
  'accounts.token-missing': 'Enter the access token.',
  'accounts.token-wrong': 'This is not the access token.',
  'accounts.token-show': 'Show the token',
  'accounts.token-hide': 'Hide the token',
  'accounts.sign-in': 'Sign in',
} as const;
