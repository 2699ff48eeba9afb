import {flagHelp} from './flag-help.js';

export const snippetHelp = `Print how to launch into a reservation that you hold, in the language of whoever
launches. The snippet alone goes to stdout, what to know beside it to stderr.
Nothing is launched; what is yours to fill in says so.

Usage
  truffle snippet --id ID --for KIND [flags]

  --id ID                  a reservation, cr-..., or a block, cb-..., that is
                           live or coming; it is looked for in all regions
  --for KIND               what it is for:
      run-instances        aws ec2 run-instances
      launch-template      data of a launch template, JSON
      eks                  a managed node group of EKS, CloudFormation
      karpenter            EC2NodeClass and NodePool
      parallelcluster      a queue of ParallelCluster
      skypilot             SkyPilot's ~/.sky/config.yaml
      terraform            data source and launch template
      terraform-import     import block and resource of an ODCR
      sagemaker            the search for a training plan instead
  --regions LIST           look only in these regions [default: every enabled
                           one]
${flagHelp.timeout}
${flagHelp.ascii}
${flagHelp.colorless}
${flagHelp.help}

AWS
${flagHelp.profile}
${flagHelp.endpointUrl}
${flagHelp.demo}
${flagHelp.debugLog}
${flagHelp.cache}

Exit codes
  0  printed
  3  there is no such reservation, or it cannot be used in that way
  1  not found, and not every region could be read
  2  wrong usage
  130  ctrl-c

Examples
  truffle snippet --id cr-0123456789abcdef0 --for karpenter > pool.yaml
  truffle snippet --id cr-0123456789abcdef0 --for eks > node-group.yaml
  truffle snippet --id cr-0123456789abcdef0 --for terraform > training.tf
  truffle snippet --demo bring-up --id cr-0c7f1a5d3e9b46820 --for run-instances
`;
