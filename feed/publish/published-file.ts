/** A file that everybody can read, as bytes, with a version that changes whenever they do. */
export interface Published {
  readonly bytes: Uint8Array;
  readonly version: string;
}

export type PublishFault = 'conflict' | 'unreachable';

/** Where a signed file is put: a disk, or an object store behind a CDN. */
export interface PublishedFile {
  /** The file as it is now; null where there is none yet. */
  read(): Promise<{ ok: true; value: Published | null } | { ok: false; fault: 'unreachable' }>;
  /** Replaces the very version that was read (`null`: there was none), whole and at once; else `conflict`. */
  replace(
    bytes: Uint8Array,
    expected: string | null,
  ): Promise<{ ok: true; version: string } | { ok: false; fault: PublishFault }>;
}
