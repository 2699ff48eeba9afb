import {type Check, type Section, statementFor, worstOf} from './check.js';

/** The object of `doctor -o json`: schema/doctor-v1.schema.json. */
export function doctorJson(sections: readonly Section[]) {
	return {
		version: 1,
		verdict: worstOf(sections.flatMap(({checks}) => checks)),
		checks: sections.flatMap(({title, checks}) => checks.map((check) => ({section: title.toLowerCase(), ...checkFields(check)}))),
	};
}

function checkFields({name, status, text, fixes, missingAction}: Check) {
	return {name, status, text, fixes, statement: missingAction === null ? null : statementFor(missingAction)};
}
