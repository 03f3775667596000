/** Whether this package was built for Firefox; decided at build time, so the other branch is not in the package. */
export const IS_FIREFOX: boolean = import.meta.env.FIREFOX === true;
