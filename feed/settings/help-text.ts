export const HELP = `The shared status feed: signs and serves what is known of each service.

  npm run feed -- [--port 8787] [--data DIR] [--redis URL] [--sources FILE] [--trust-proxy]

  --port N            where it listens (8787); 0 takes any free port
  --host NAME         on which address (127.0.0.1: this machine only)
  --data DIR          keys, database and published file (feed-data); made on the first run
  --sources FILE      status pages to read and front doors to look at (those that come with it)
  --base ADDRESS      where readers find the feed, for trust.json; may be given again
  --trust-proxy       a proxy of yours stands before it: the last X-Forwarded-For names the client
  --region-header H   the header in which that proxy names the client's region
  --redis URL         share counts and the right to publish with other nodes (or set FEED_REDIS)
  --object-store URL  put the signed files below this address of an S3-compatible store
                      (AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_REGION)
  --witness ADDRESS   have outages confirmed by the witness at this address
  --role ROLE         all, ingest, publisher or witness (all)

  npm run feed -- keys COMMAND [--data DIR] [--root DIR]…

  show                which keys sign, which are here, when they end
  renew               the same keys for another year
  rotate              a new key for --key feed|witness; the one before stays accepted; --new-epoch drops
                      it at once and starts the sequence anew
  retire              drop every key but the newest of each role
  make-witness        on the second machine: make its key
  use-witness FILE    on the first: let that public key witness
  sign FILE           sign a draft with the root keys below --root
  install FILE        put a draft in place once enough root keys have signed it

docs/feed.md has all of it.`;
