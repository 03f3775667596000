/** Hosts of the official status pages that the feed may point to. Facebook and Instagram have none of their own. */
export const STATUS_PAGE_HOSTS: readonly string[] = ['metastatus.com', 'docs.x.com'];

/** Match patterns of the official status pages that the extension can read itself, once the person allows it. */
export const OFFICIAL_PAGES: readonly string[] = ['https://metastatus.com/*'];

/** Whether an address is on one of the built-in status pages: https, the usual port, no user. */
export const isStatusPage = (address: string): boolean => {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, port, username, password } = new URL(address);
  return (
    protocol === 'https:' && STATUS_PAGE_HOSTS.includes(hostname) && `${port}${username}${password}` === ''
  );
};
