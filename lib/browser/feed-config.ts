/** The shared feed that this package was built with: base addresses and the content of its `trust.json`, or none. */
export const FEED_CONFIG: { readonly bases: readonly string[]; readonly trust: unknown } = __FEED_CONFIG__;
