import {flagHelp} from './flag-help.js';

export const waitHelp = `Wait for capacity that you hold: until so many instances are free, until it is
active, or until it has ended. In a terminal one line tells how it stands, in a
pipe each change is a line. Only what AWS has just answered counts.

Usage
  truffle wait --id LIST [flags]
  truffle wait FILTERS [flags]

What to wait for (lists take commas or are repeated)
  --id LIST                these reservations, cr-..., and blocks, cb-...
${flagHelp.instanceTypes}
${flagHelp.gpuOnly}
  --odcr                   only ODCRs [default: ODCRs and Capacity Blocks]
  --blocks                 only Capacity Blocks
${flagHelp.regions}

Until
  --for CONDITION          available: instances are free [default]
                           active: every id, or one that the filters find
                           ended: every id, or all that the filters find
  --min-capacity N         so many free instances, summed up [default: 1]
  --single                 all of them in one reservation

How
  --timeout TIME           give up after, in all, 1s to 720h [default: 4h]; a
                           region is given up for this round when no page of
                           its answer has come for 30 s
  --interval TIME          between rounds, 5s to 24h [default: 30s]; 10 s where
                           something is about to happen
  -o, --output json        one object at the end and nothing else on stdout:
                           schema/wait-v1.schema.json
  --no-hints               without hints at likely mistakes in the flags
${flagHelp.ascii}
${flagHelp.color}
${flagHelp.help}

AWS
${flagHelp.profile}
${flagHelp.endpointUrl}
${flagHelp.demo}
${flagHelp.speed}
${flagHelp.debugLog}
${flagHelp.cache}

Exit codes
  0  it is so
  3  timed out
  5  it cannot happen any more: ended, failed, cancelled, or not found in three
     rounds running in which every region answered
  1  nothing could be read in five rounds running
  2  wrong usage
  130  ctrl-c

Examples
  truffle wait --id cr-0123456789abcdef0 --min-capacity 8 && sbatch train.sh
  truffle wait --id cb-0123456789abcdef0 --for active --timeout 24h
  truffle wait --instance-types 'p5*' --min-capacity 16 --single
  truffle wait --demo bring-up --id cr-0c7f1a5d3e9b46820 --min-capacity 8
`;
