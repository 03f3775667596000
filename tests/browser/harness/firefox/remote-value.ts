/** What a WebDriver BiDi script answers (the parts that are used here). */
export interface RemoteValue {
  readonly type: string;
  readonly value?: unknown;
  readonly sharedId?: string;
}

/** The plain value of a remote one: strings, numbers, booleans, null, lists and records. Anything else is undefined. */
export const plainValue = (remote: RemoteValue): unknown => {
  switch (remote.type) {
    case 'string':
    case 'boolean':
      return remote.value;
    case 'number':
      return typeof remote.value === 'number' ? remote.value : Number(remote.value);
    case 'null':
      return null;
    case 'array':
      return (remote.value as RemoteValue[] | undefined)?.map(plainValue) ?? [];
    case 'object':
      return Object.fromEntries(
        ((remote.value as [string, RemoteValue][] | undefined) ?? []).map(([key, value]) => [
          key,
          plainValue(value),
        ]),
      );
    default:
      return undefined;
  }
};
