/** A request's body up to so many bytes; null when it is longer, and then the rest is not read, or it broke off. */
export const readBounded = async (request: Request, limit: number): Promise<Uint8Array | null> => {
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const part of request.body ?? []) {
      length += part.length;
      if (length > limit) return null;
      parts.push(part);
    }
  } catch {
    return null;
  }
  return Buffer.concat(parts);
};
