/** Addresses, each on a line of its own and in its own direction. */
export const AddressList = ({ addresses }: { readonly addresses: readonly string[] }) => (
  <>
    {addresses.map((address) => (
      <bdi key={address} class="address">
        {address}
      </bdi>
    ))}
  </>
);
