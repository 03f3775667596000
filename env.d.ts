/** Set at build time from `WXT_FEED_BASES` and `WXT_FEED_TRUST`; see scripts/build/feed-config.ts. */
declare const __FEED_CONFIG__: { readonly bases: readonly string[]; readonly trust: unknown };

interface ImportMetaEnv {
  readonly FIREFOX?: boolean;
}
