import type { Secrets } from './secrets.ts';

/** A person who has an account at every service. Identifiers and passwords are random per run. */
export interface Account {
  readonly name: string;
  readonly handle: string;
  readonly email: string;
  readonly password: string;
  /** The numeric account id that `c_user` and `ds_user_id` carry. */
  readonly id: string;
  /** The code that two-factor sign-in accepts. */
  readonly code: string;
}

const PEOPLE = ['Ada Example', 'Basil Sample', 'Cleo Instance', 'Dorian Specimen'] as const;

/** Four made-up people, always the same names, with fresh secrets. */
export const makeAccounts = (secrets: Secrets): readonly Account[] =>
  PEOPLE.map((name) => {
    const handle = name.toLowerCase().replace(' ', '.');
    return {
      name,
      handle,
      email: secrets.keep('e-mail', `${handle}.${secrets.token('e-mail part', 6)}@example.org`),
      password: secrets.token('password'),
      id: secrets.digits('account id', 15),
      code: secrets.token('two-factor code', 6),
    };
  });
