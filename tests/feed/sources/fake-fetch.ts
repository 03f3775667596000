import type { BoundedFetch, FetchFault } from '../../../feed/sources/source.ts';

type File = string | { readonly fault: FetchFault } | { readonly status: number };

/** A web of these files by address; every other address is a page of HTML, as on metastatus.com. */
export const webOf = (files: Readonly<Record<string, File>>): BoundedFetch & { readonly asked: string[] } => {
  const asked: string[] = [];
  const fetch: BoundedFetch = async (address, { types }) => {
    asked.push(address);
    const file = files[address];
    if (file === undefined) return { ok: false, fault: 'wrong-type' };
    const type = types[0] ?? '';
    if (typeof file === 'string') return { ok: true, status: 200, type, text: file };
    return 'fault' in file
      ? { ok: false, fault: file.fault }
      : { ok: true, status: file.status, type, text: '' };
  };
  return Object.assign(fetch, { asked });
};
