import {flagHelp} from './flag-help.js';

export const offeringsHelp = `Find Capacity Blocks that could be bought: start, end, length, fee, price per
instance and accelerator and hour, and how they sit beside the blocks you hold.
Nothing is bought: the AWS CLI line that would is printed beside the terms.

Usage
  truffle offerings --instance-type TYPE --count N --days N|--hours N [flags]
  truffle offerings --ultraserver-type TYPE --count N --days N|--hours N [flags]
  truffle offerings --extend ID --days N|--hours N [flags]

What to look for
${flagHelp.instanceType}
  --ultraserver-type TYPE  UltraServers instead: u-p6e-gb200x72
  --extend ID              more time for a block that you hold: cr-... or cb-...
  --count N                instances, up to 64, or UltraServers, in one block
  --days N                 1 to 14, then by 7 up to 182; others are rounded up
  --hours N                the same in hours
  --start-after DATE       no start before: 2026-12-01 or 2026-12-01T11:30Z
                           [default: as soon as there is one]
  --end-by DATE            no end after it, the whole day of a date counts
${flagHelp.regions}
  --largest                when there is none: the largest count that there is;
                           takes up to 6 searches more of each region

How
  --sort KEY               price, start or gpu-hour [default: price]
  -o, --output FORMAT      table, json, csv or yaml [default: table]; the object
                           is schema/offerings-v1.schema.json
  --strict                 exit 4 when a region could not tell
  --timeout TIME           for one answer, 1s to 10m [default: 30s]
${flagHelp.ascii}
${flagHelp.colorless}
${flagHelp.help}

AWS allows 10 searches of a region at once, then one in 6.7 seconds. truffle
keeps to that, and says on stderr how long it takes.

AWS
${flagHelp.profile}
${flagHelp.endpointUrl}
  --demo [SCENARIO]        a sample account instead of AWS [default: cluster];
                           blocks are for sale in market
${flagHelp.speed}
${flagHelp.debugLog}
${flagHelp.cache}

Exit codes
  0  done, also when nothing is for sale, or the type is not sold as blocks
  1  no region could tell
  2  wrong usage, or a count, length or window that no block has
  3  --extend: there is no such block, or it cannot be extended
  4  a region could not tell, with --strict
  130  ctrl-c

Examples
  truffle offerings --instance-type p5.48xlarge --count 32 --days 7
  truffle offerings --instance-type p5.48xlarge --count 64 --days 28 --largest
  truffle offerings --instance-type trn1.32xlarge --count 16 --days 14 \\
    --start-after 2026-12-01 --end-by 2026-12-24 --sort start -o json
  truffle offerings --extend cr-0123456789abcdef0 --days 7
  truffle offerings --demo market --instance-type p5.48xlarge --count 32 \\
    --days 7
`;
