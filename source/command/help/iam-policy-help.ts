import {flagHelp} from './flag-help.js';

export const iamPolicyHelp = `Print the IAM policy that truffle needs: all that it calls, and nothing else. It
only reads. sts:GetCallerIdentity, which it calls too, needs no permission.
Nothing is asked of AWS.

Usage
  truffle iam-policy [flags]

  --regions LIST           only in these regions [default: in all]
  --deny-writes            also deny what buys, changes or ends reservations and
                           blocks, whatever else the role may do; launches of
                           instances stay as they are
${flagHelp.help}

Without ec2:DescribeCapacityReservations there is nothing to show. Without the
others there is less: truffle doctor says what.

Examples
  truffle iam-policy > truffle.json
  truffle iam-policy --regions us-east-1,us-west-2
  truffle iam-policy --deny-writes > truffle-read-only.json
  aws iam create-policy --policy-name read-capacity --policy-document \\
    "$(truffle iam-policy)"
`;
