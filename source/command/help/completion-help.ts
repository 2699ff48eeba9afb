import {flagHelp} from './flag-help.js';

export const completionHelp = `Print what a shell reads to complete truffle's commands, flags and their values.

Usage
  truffle completion bash|zsh|fish

${flagHelp.help}

To have it in every new shell, write it once to
  bash    ~/.local/share/bash-completion/completions/truffle
  zsh     _truffle in a folder of $fpath
  fish    ~/.config/fish/completions/truffle.fish

Examples
  source <(truffle completion bash)
  source <(truffle completion zsh)
  truffle completion fish | source
  truffle completion fish > ~/.config/fish/completions/truffle.fish
`;
