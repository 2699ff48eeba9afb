import {type FoundReservations, findReservations} from '../../core/regions/find-reservations.js';
import type {Reservation} from '../../core/reservations/reservation.js';
import {counted} from '../../core/words/counted.js';
import {coverageOf} from '../../report/coverage.js';
import {renderFailures} from '../../report/render-failures.js';
import {asciiSnippet} from '../../snippets/ascii-snippet.js';
import {isSnippet, type SnippetKind} from '../../snippets/snippet.js';
import {snippetOf, snippetsOf} from '../../snippets/snippet-of.js';
import {askMfaCode} from '../ask-mfa-code.js';
import {exitCodes} from '../exit-codes.js';
import {openSession, type Session} from '../open-session.js';
import type {ProcessPorts} from '../process-ports.js';
import {readingOf} from '../reading.js';
import type {SnippetOptions} from '../snippet-options.js';
import {isUtf8Locale} from '../terminal-settings.js';

/** What goes where; each text is whole lines. */
type Answer = {readonly stdout: string; readonly stderr: readonly string[]; readonly exitCode: number};

/** Finds the reservation and prints how to launch into it: the snippet on stdout, what to know beside it on stderr. Returns the exit code. */
export async function runSnippet(options: SnippetOptions, ports: ProcessPorts): Promise<number> {
	const session = await openSession(
		{...options, asksOnce: true},
		ports,
		ports.stdin.isTTY && ports.stderr.isTTY ? askMfaCode(ports) : null,
	);
	const interruption = ports.abortOn('SIGINT');
	try {
		const found = await find(options, session, ports, interruption);
		const {stdout, stderr, exitCode} = answer(found, options, options.isAscii || !isUtf8Locale(ports.env));
		ports.stdout.write(stdout);
		for (const line of stderr) {
			ports.stderr.write(`${line}\n`);
		}

		return exitCode;
	} catch (error) {
		if (interruption.aborted) {
			return exitCodes.interrupted;
		}

		throw error;
	} finally {
		await session.close();
	}
}

async function find(options: SnippetOptions, session: Session, ports: ProcessPorts, signal: AbortSignal): Promise<FoundReservations> {
	const source = await session.openSource();
	try {
		return await findReservations(options.id, readingOf(options, source, session, ports, signal));
	} finally {
		source.close();
	}
}

function answer({reservations, snapshot}: FoundReservations, {id, kind}: SnippetOptions, isAscii: boolean): Answer {
	const [reservation, ...others] = reservations;
	if (reservation === undefined) {
		return notFound(id, snapshot);
	}

	if (others.length > 0) {
		const ids = reservations.map((row) => row.id ?? row.key).join(', ');
		return refusal(`${id} has ${reservations.length} reservations, and a snippet is for one: name it by --id. They are ${ids}.`);
	}

	return snippet(reservation, kind, snapshot.accountId, isAscii);
}

function snippet(reservation: Reservation, kind: SnippetKind, accountId: string | null, isAscii: boolean): Answer {
	const given = snippetOf(reservation, kind, accountId);
	if (isSnippet(given)) {
		const {text, language, notes} = given;
		return {stdout: isAscii ? asciiSnippet(text, language) : text, stderr: notes.map((note) => `Note: ${note}`), exitCode: exitCodes.ok};
	}

	const ways = snippetsOf(reservation, accountId).filter(isSnippet);
	const hint = ways.length === 0 ? [] : [`There is one for ${ways.map((way) => way.kind).join(', ')}.`];
	return {stdout: '', stderr: [given.because, ...hint], exitCode: exitCodes.absent};
}

/** A region that could not be read may have it: then nothing is known. */
function notFound(id: string, snapshot: FoundReservations['snapshot']): Answer {
	const {asked, answered} = coverageOf(snapshot);
	const whose = snapshot.accountId === null ? '' : ` of account ${snapshot.accountId}`;
	if (asked > 0 && answered === asked) {
		const where = snapshot.asked === null ? counted(asked, 'region') : snapshot.asked.join(', ');
		return refusal(`There is no ${id} in ${where}${whose}. Check the id, --profile and --regions.`, renderFailures(snapshot));
	}

	return {
		stdout: '',
		stderr: [`${id} was not found: ${answered} of ${counted(asked, 'region')}${whose} could be read.`, ...renderFailures(snapshot)],
		exitCode: exitCodes.failed,
	};
}

function refusal(message: string, more: readonly string[] = []): Answer {
	return {stdout: '', stderr: [message, ...more], exitCode: exitCodes.absent};
}
