/**
 * The one place that imports the schema library. `zod/mini` is a fifth of the size of `zod`, and `jitless`
 * keeps it from building parsers with `new Function`, which an extension's content security policy forbids.
 */
import * as z from 'zod/mini';

z.config({ jitless: true });

export { z };
export type { infer as Infer } from 'zod/mini';
