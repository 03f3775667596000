import { useEffect } from 'preact/hooks';

/** Brings the part of this id into view where the page was opened for it (`#<id>`): it is not there yet when the page loads. */
export const useAnchor = (id: string): string => {
  useEffect(() => {
    if (location.hash === `#${id}`) document.getElementById(id)?.scrollIntoView();
  }, [id]);
  return id;
};
