/** Over so many milliseconds at least is measured. */
const SPAN = 30_000;

/** Measures how many a second came in of late. `at` is in milliseconds since 1970, `total` counts since the start. */
export const createLoadMeter = () => {
  let looks: { readonly at: number; readonly total: number }[] = [];
  return (total: number, at: number): number | null => {
    if (looks.some((look) => look.at > at)) looks = [];
    looks.push({ at, total });
    const old = looks.filter((look) => look.at <= at - SPAN);
    looks = looks.slice(Math.max(0, old.length - 1));
    const [first] = looks;
    if (!first || at - first.at < SPAN / 3) return null;
    return ((total - first.total) * 1000) / (at - first.at);
  };
};
