import {adviseHelp} from './help/advise-help.js';
import {capacityHelp} from './help/capacity-help.js';
import {checkHelp} from './help/check-help.js';
import {completionHelp} from './help/completion-help.js';
import {demoServerHelp} from './help/demo-server-help.js';
import {doctorHelp} from './help/doctor-help.js';
import {iamPolicyHelp} from './help/iam-policy-help.js';
import {offeringsHelp} from './help/offerings-help.js';
import {snippetHelp} from './help/snippet-help.js';
import {waitHelp} from './help/wait-help.js';
import {watchHelp} from './help/watch-help.js';
import type {commandNames} from './parse-argv.js';

/** Help for a command, at most 80 columns wide, ending with a newline. */
export function helpText(command: (typeof commandNames)[number]): string {
	return texts[command];
}

const texts: Readonly<Record<(typeof commandNames)[number], string>> = {
	capacity: capacityHelp,
	watch: watchHelp,
	wait: waitHelp,
	snippet: snippetHelp,
	check: checkHelp,
	advise: adviseHelp,
	offerings: offeringsHelp,
	doctor: doctorHelp,
	'iam-policy': iamPolicyHelp,
	completion: completionHelp,
	'demo-server': demoServerHelp,
	help: capacityHelp,
};
