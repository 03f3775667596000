/** Why the server does not start, in a sentence for the person at the terminal. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
}
